import { Button } from 'antd';
import { useSaying } from '../admin/words.ts';
import type { Result, Row } from './use-carrying-out.ts';
import { useHandOverWords } from './words.ts';

interface Given {
  results: Record<string, Result>;
  busy: boolean;
  again: (rows: Row[]) => void;
  clear: () => void;
}

/** What became of each case that was handed over: done, refused with the reason, or not known, which is asked again. */
export function Results({ results, busy, again, clear }: Given) {
  const w = useHandOverWords();
  const say = useSaying();
  const all = Object.entries(results);
  const unknown = all.filter(([, { done, why }]) => !done && !why);
  if (all.length === 0) return null;
  return (
    <section aria-label={w('results')}>
      <h2>{w('results')}</h2>
      <ul className="results">
        {all.map(([caseId, { title, toName, done, why }]) => (
          <li key={caseId}>
            {title}：
            {done ? (
              <span className="pass">{w('done', { name: toName })}</span>
            ) : (
              <span className={busy && !why ? 'hint' : 'late'}>
                {why ? w('refused', { why: say(why) }) : w(busy ? 'sending' : 'unknown')}
              </span>
            )}
          </li>
        ))}
      </ul>
      {unknown.length > 0 ? (
        <Button loading={busy} onClick={() => again(unknown.map(([caseId, result]) => ({ caseId, ...result })))}>
          {w('askAgain', { n: unknown.length })}
        </Button>
      ) : (
        <Button onClick={clear}>{w('clear')}</Button>
      )}
    </section>
  );
}
