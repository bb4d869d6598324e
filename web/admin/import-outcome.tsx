import { Alert, Button } from 'antd';
import type { ImportAnswer } from '../../api/schemas/administration-answers.ts';
import { Failure } from '../failure.tsx';
import { Problem } from '../http.ts';
import { ChangeTable } from './change-table.tsx';
import { BreakList } from './break-list.tsx';
import { DeadlineMoves } from './deadline-moves.tsx';
import { PackEffects } from './pack-effects.tsx';
import type { Importing } from './use-import.ts';
import { useSaying, useWords } from './words.ts';

/** What the dry run said, the one button that applies it, and what became of it. */
export function ImportOutcome({ importing }: { importing: Importing }) {
  const w = useWords();
  const { tried, done, error, busy, apply } = importing;
  const answer = tried?.answer;
  const summary = ({ breaks, changes }: ImportAnswer) => {
    if (breaks.length > 0) return w('wouldBreak', { n: breaks.length });
    return changes.length > 0 ? w('wouldChange', { n: changes.length }) : w('unchanged');
  };
  return (
    <div className="outcome">
      {error && <Failure error={error} />}
      {error && <Issues error={error} />}
      {done && <Alert type="success" showIcon title={w('applied', { n: done.changes.length })} />}
      {answer && (
        <>
          <p role="status" className={answer.breaks.length > 0 ? 'lead late' : 'lead'}>
            {summary(answer)}
          </p>
          {answer.breaks.length > 0 && <BreakList breaks={answer.breaks} />}
          {answer.changes.length > 0 && <ChangeTable changes={answer.changes} />}
          {answer.effects && <PackEffects effects={answer.effects} />}
          {answer.deadlines && <DeadlineMoves deadlines={answer.deadlines} />}
          {tried.sent && !busy && <p className="late">{w('notAnswered')}</p>}
          {answer.breaks.length === 0 && answer.changes.length > 0 && (
            <Button type="primary" loading={busy} onClick={() => void apply()}>
              {w(tried.sent && !busy ? 'applyAgain' : 'apply')}
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
