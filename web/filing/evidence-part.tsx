import type { CaseAnswer } from '../../api/schemas/case.ts';
import { fieldId } from './form.tsx';
import { Part } from './parts.tsx';
import { useWords } from './words.ts';

/** The evidence on record, beside the text that relies on it. */
export function EvidencePart({ one }: { one: CaseAnswer }) {
  const w = useWords();
  const recorded = one.history.filter(({ type }) => type === 'addRecord');
  return (
    <Part title={w('evidence')}>
      <div id={fieldId('evidence')} tabIndex={-1}>
        {recorded.length === 0 && <p className="hint">{w('noEvidence')}</p>}
        <ul className="recorded">
          {recorded.map(({ seq, words }) => (
            <li key={seq}>
              {[words['id'], words['kind'], words['name']].filter((said) => typeof said === 'string').join(' · ')}
            </li>
          ))}
        </ul>
      </div>
    </Part>
  );
}
