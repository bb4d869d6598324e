import type { ReactNode } from 'react';
import type { ContentChange, VersionAnswer } from '../../api/schemas/rounds.ts';
import { useWords } from './words.ts';
import { yuanInWords } from './yuan.ts';

type Runs = ContentChange['text'];

/** What changed, part by part: the removed struck through, the added underlined, each said for those who hear it. */
export function VersionChange({ answer }: { answer: VersionAnswer }) {
  const w = useWords();
  const change = answer.comparison;
  if (!change) return null;
  const { measures } = change;
  const named = (list: typeof measures.same, kind: Runs[number]['kind']) => list.map(({ measure }) => ({ kind, text: w(measure) }));
  return (
    <div className="changes">
      <Changed title={w('measures')}>
        <ul className="measures">
          {[...named(measures.same, 'same'), ...named(measures.removed, 'removed'), ...named(measures.added, 'added')].map((run) => (
            <li key={run.kind + run.text}><Run run={run} /></li>
          ))}
        </ul>
      </Changed>
      <Changed title={w('amount')}><Amount {...change.amountYuan} /></Changed>
      <Changed title={w('confiscated')}><Amount {...change.confiscatedYuan} /></Changed>
      <Changed title={w('text')}><RunsOf runs={change.text} /></Changed>
      <Changed title={w('facts')}><RunsOf runs={change.facts} /></Changed>
      <Changed title={w('basis')}><RunsOf runs={change.basis} /></Changed>
      <Changed title={w('discretion')}><RunsOf runs={change.discretion} /></Changed>
    </div>
  );
} // prettier-ignore

function Changed({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      <div className="paper">{children}</div>
    </section>
  );
}

function RunsOf({ runs }: { runs: Runs }) {
  if (runs.length === 0) return <p>—</p>;
  return (
    <p className="runs">
      {runs.map((run, at) => (
        // A run has no name but its place.
        // oxlint-disable-next-line react/no-array-index-key
        <Run key={at} run={run} />
      ))}
    </p>
  );
}

function Run({ run }: { run: Runs[number] }) {
  const w = useWords();
  if (run.kind === 'same') return <>{run.text}</>;
  const Mark = run.kind === 'removed' ? 'del' : 'ins';
  return (
    <Mark>
      <span className="unseen">〔{w(run.kind)}：</span>
      {run.text}
      <span className="unseen">〕</span>
    </Mark>
  );
}

function Amount({ from, to }: { from: number; to: number }) {
  const words = (yuan: number) => yuanInWords(Math.round(yuan * 100));
  const runs: Runs = [{ kind: 'removed', text: words(from) }, { kind: 'added', text: words(to) }]; // prettier-ignore
  return <RunsOf runs={from === to ? [{ kind: 'same', text: words(to) }] : runs} />;
}
