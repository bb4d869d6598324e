import { Alert, Button } from 'antd';
import type { ImportAnswer } from '../../api/schemas/administration-answers.ts';
import { Failure } from '../failure.tsx';
import { Problem } from '../http.ts';
import { ChangeTable } from './change-table.tsx';
import { ChangedSince } from './changed-since.tsx';
import { BreakList } from './break-list.tsx';
import { DeadlineMoves } from './deadline-moves.tsx';
import { PackEffects } from './pack-effects.tsx';
import type { Importing } from './use-import.ts';
import { useSaying, useWords } from './words.ts';

const ofImports = { apply: 'apply', applied: 'applied', unchanged: 'unchanged', wouldBreak: 'wouldBreak', lost: 'notAnswered' } as const; // prettier-ignore
const ofForms = { apply: 'confirm', applied: 'inEffect', unchanged: 'sameAsBefore', wouldBreak: 'notHolding', lost: 'lost' } as const; // prettier-ignore

/** What the dry run said, the one button that applies it, and what became of it; of a `form` in the words of one record. */
export function ImportOutcome({ importing, form = false }: { importing: Importing; form?: boolean }) {
  const w = useWords();
  const words = form ? ofForms : ofImports;
  const { tried, done, error, busy, apply } = importing;
  const answer = tried?.answer;
  const summary = ({ breaks, changes }: ImportAnswer) => {
    if (breaks.length > 0) return w(words.wouldBreak, { n: breaks.length });
    return changes.length > 0 ? w('wouldChange', { n: changes.length }) : w(words.unchanged);
  };
  return (
    <div className="outcome">
      {error && <Failure error={error} />}
      {error && <ChangedSince error={error} />}
      {error && !answer && <Issues error={error} />}
      {done && <Alert type="success" showIcon title={w(words.applied, { n: done.changes.length })} />}
      {answer && (
        <>
          <p role="status" className={answer.breaks.length > 0 ? 'lead late' : 'lead'}>
            {summary(answer)}
          </p>
          {answer.breaks.length > 0 && <BreakList breaks={answer.breaks} />}
          {answer.changes.length > 0 && <ChangeTable changes={answer.changes} />}
          {answer.effects && <PackEffects effects={answer.effects} />}
          {answer.deadlines && <DeadlineMoves deadlines={answer.deadlines} />}
          {tried.sent && !busy && <p className="late">{w(words.lost)}</p>}
          {answer.breaks.length === 0 && answer.changes.length > 0 && (
            <Button type="primary" loading={busy} onClick={() => void apply()}>
              {w(tried.sent && !busy ? 'applyAgain' : words.apply)}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

interface Issue {
  path: string;
  message: string;
  messageEn: string;
}

/** Where the content is not of the form an import has, or what a refused import would break. */
function Issues({ error }: { error: Error }) {
  const w = useWords();
  const say = useSaying();
  if (!(error instanceof Problem)) return null;
  const { issues = [], breaks = [] } = error.details as {
    issues?: Issue[];
    breaks?: Parameters<typeof BreakList>[0]['breaks'];
  };
  return (
    <>
      {breaks.length > 0 && <BreakList breaks={breaks} />}
      <ul>
        {issues.map(({ path, message, messageEn }) => (
          <li key={`${path} ${message}`}>{w('wrongAt', { path, message: say({ zh: message, en: messageEn }) })}</li>
        ))}
      </ul>
    </>
  );
}
