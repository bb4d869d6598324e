import { Link } from 'react-router';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import type { MeetingAnswer } from '../../api/schemas/meetings.ts';
import type { Round } from '../../api/schemas/rounds.ts';
import { useTranslation } from 'react-i18next';
import { draftOf } from '../review/drafted.tsx';
import { OpinionDocument } from '../review/opinion-document.tsx';
import { draftLines } from '../review/record-words.ts';
import { writtenIn } from '../review/written-opinion.ts';
import { proposalInWords } from './proposed.ts';
import { useWords, type Word } from './words.ts';

interface Given {
  one: CaseAnswer;
  desk: MeetingAnswer;
  rounds: Round[];
}

const shown: [string, Word][] = [
  ['facts', 'facts'],
  ['basis', 'basis'],
  ['discretion', 'discretion'],
];

/** The case that is discussed, in large: what is proposed, on which facts, and what the legal review said. */
export function Matter({ one, desk, rounds }: Given) {
  const w = useWords();
  const draft = draftOf(one) as (Record<string, unknown> & Parameters<typeof proposalInWords>[0]) | null;
  const lines = new Map(draftLines(draft ?? {}));
  const party = (one.filed['party'] as { name?: string } | undefined)?.name;
  return (
    <section className="matter" aria-label={w('matter')} tabIndex={0}>
      <p className="party">{[party, desk.sectionName, one.categoryName].filter(Boolean).join(' · ')}</p>
      <h2>
        {w('proposed')} <small>{w('version', { n: one.content })}</small>
      </h2>
      {draft && (
        <p className="proposed">
          {proposalInWords({
            measures: draft.measures,
            amountYuan: draft.amountYuan ?? 0,
            confiscatedYuan: draft.confiscatedYuan ?? 0,
          })}
        </p>
      )}
      {lines.get('text') && <p className="said">{lines.get('text')}</p>}
      {shown.map(
        ([name, label]) =>
          lines.get(name) && (
            <div key={name}>
              <h2>{w(label)}</h2>
              <p className="said">{lines.get(name)}</p>
            </div>
          ),
      )}
      <Reviewed one={one} desk={desk} rounds={rounds} />
      <p>
        <Link to={`/cases/${one.id}`}>{w('toCase')}</Link>
      </p>
    </section>
  );
}

/** What the legal review said last: verdict, number, who; its document in full on demand. */
function Reviewed({ one, desk, rounds }: Given) {
  const w = useWords();
  const { t } = useTranslation();
  const round = rounds.findLast(({ opinion }) => opinion);
  if (!round?.opinion) return <p className="cannot">{w('noReview')}</p>;
  const { opinion, opinionNo, signedBy } = round;
  return (
    <div>
      <h2>{w('review')}</h2>
      <p>
        {opinion.verdict && (
          <strong className={opinion.verdict === 'agree' ? 'pass' : 'late'}>
            {t(`review.verdicts.${opinion.verdict}`)}
          </strong>
        )}{' '}
        {[opinionNo, opinion.by.name, signedBy?.name].filter(Boolean).join(' · ')}
      </p>
      {opinion.opinion && <p className="said">{opinion.opinion}</p>}
      <details>
        <summary>{w('inFull')}</summary>
        <OpinionDocument one={one} names={desk} written={writtenIn(round, opinion)} version={round.contentVersion} />
      </details>
    </div>
  );
}
