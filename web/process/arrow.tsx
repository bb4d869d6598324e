import { actions, stages } from '../../domain/process.ts';
import type { Move } from '../../domain/process-moves.ts';
import { basisNames } from './names.ts';
import type { Point, Route } from './places.ts';
import { wrapped } from './text-width.ts';
import { useNamed } from './use-named.ts';
import { useWords } from './words.ts';

interface Given {
  move: Move;
  route: Route;
  /** The short cut of the summary procedure. */
  summary: boolean;
}

const line = 15;

/** All acts that lead from one stage to another: an arrow with their names; there and back it has two heads. */
export function Arrow({ move, route, summary }: Given) {
  const named = useNamed();
  const w = useWords();
  const { points, label } = route;
  const names = [...move.actions, ...move.returning].map((action) => named([actions[action].zh, actions[action].en]));
  const verdict = move.kind === 'pass' ? w('agreed') : move.kind === 'refused' && !stages[move.to].final ? w('notAgreed') : ''; // prettier-ignore
  const said = summary
    ? [w('summary', { what: names[0]!, basis: named(basisNames('CFL 51')) })]
    : [verdict, ...names].filter(Boolean);
  const lines = said.flatMap((text) => wrapped(text, label.width, 12.5));
  const [x, y] = label.at;
  const top = label.above ? y - (lines.length - 1) * line : label.anchor === 'start' ? y - ((lines.length - 1) * line) / 2 + 5 : y; // prettier-ignore
  return (
    <g className={`arrow ${move.kind} ${summary ? 'summary' : ''}`}>
      <polyline points={points.map((point) => point.join(',')).join(' ')} />
      <Head points={points} />
      {move.kind === 'detour' && <Head points={points.toReversed()} />}
      {lines.map((text, n) => (
        <text key={`${n} ${text}`} x={x} y={top + n * line} textAnchor={label.anchor}>
          {text}
        </text>
      ))}
    </g>
  );
}

/** At the last of the points, away from the one before. */
function Head({ points }: { points: Point[] }) {
  const [x, y] = points.at(-1)!;
  const [fromX, fromY] = points.at(-2)!;
  const angle = (Math.atan2(y - fromY, x - fromX) * 180) / Math.PI;
  return <path d="M0 0 L-9 -4.5 L-9 4.5 Z" transform={`translate(${x} ${y}) rotate(${angle})`} />;
}
