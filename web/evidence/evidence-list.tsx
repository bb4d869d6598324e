import type { CaseAnswer } from '../../api/schemas/case.ts';
import { momentInWords } from '../moment.ts';
import { ItemFiles } from './item-files.tsx';
import { useKindInWords } from './use-kind-in-words.ts';
import { useWords } from './words.ts';
import './evidence.css';

type Item = CaseAnswer['evidence'][number];

interface Given {
  one: CaseAnswer;
  /** The evidence that is pointed to, by its number in the case. */
  chosen?: string[];
  /** Points to a piece of evidence, or no longer; without it evidence is only read. */
  choose?: (id: string) => void;
  /** What was recorded after this event is marked as new. */
  newSince?: number;
}

/** The evidence of a case with its files, each to be opened in place; below it the records of acts. */
export function EvidenceList({ one, chosen = [], choose, newSince = Infinity }: Given) {
  const w = useWords();
  const [evidence, records] = [one.evidence.filter((item) => item.isEvidence), one.evidence.filter((item) => !item.isEvidence)]; // prettier-ignore
  return (
    <>
      {evidence.length === 0 && <p className="empty">{w('none')}</p>}
      <ul className="evidence-list">
        {evidence.map((item) => (
          <li key={item.seq} className={chosen.includes(item.id) ? 'chosen' : ''}>
            {choose && (
              <button
                type="button"
                className="point"
                aria-pressed={chosen.includes(item.id)}
                onClick={() => choose(item.id)}
              >
                {w('pointTo', { id: item.id })}
              </button>
            )}
            <OneItem item={item} isNew={item.seq > newSince} />
          </li>
        ))}
      </ul>
      {records.length > 0 && (
        <>
          <h2>{w('records')}</h2>
          <ul className="evidence-list">
            {records.map((item) => (
              <li key={item.seq}>
                <OneItem item={item} isNew={item.seq > newSince} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function OneItem({ item, isNew }: { item: Item; isNew: boolean }) {
  const w = useWords();
  const kindInWords = useKindInWords();
  const facts = [
    item.obtainedAt && w('obtained', { at: momentInWords(item.obtainedAt) }),
    item.from && w('from', { from: item.from }),
    w('recorded', { at: momentInWords(item.at), who: item.actorName ?? '' }),
  ];
  return (
    <>
      <p className="named">
        <strong>{item.id}</strong> {item.name} <small>{kindInWords(item.kind ?? '')}</small>{' '}
        {isNew && <ins>{w('isNew')}</ins>}
      </p>
      {item.description && <p>{item.description}</p>}
      <p className="hint">{facts.filter(Boolean).join(' · ')}</p>
      {item.files.length > 0 && <ItemFiles files={item.files} />}
    </>
  );
}
