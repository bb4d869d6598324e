import type { Category, Stage } from '../../domain/process.ts';
import { stageNames } from '../../domain/process-moves.ts';
import { Arrow } from './arrow.tsx';
import { movesOf } from './drawn.ts';
import { limitIn, limitsBeside, type Parameters } from './limits.ts';
import { placeOf, routes, size } from './places.ts';
import { StageBox } from './stage-box.tsx';
import { useLimitWords } from './use-named.ts';
import { useWords } from './words.ts';
import { limitName } from '../../domain/deadline-names.ts';
import { useSaying } from '../worded.ts';

/** Where a case stands that is shown on the chart. */
export interface Standing {
  stage: Stage | 'none';
  passed: Stage[];
  note: string;
}

interface Given {
  category: Category;
  parameters: Parameters | undefined;
  standing: Standing | null;
}

/** The process of a category as a picture: stages, ways on and back, limits; every stage leads to its text below. */
export function Chart({ category, parameters, standing }: Given) {
  const w = useWords();
  const drawn = routes();
  const stateOf = (stage: Stage) =>
    standing?.stage === stage ? 'here' : standing?.passed.includes(stage) ? 'passed' : null;
  return (
    <svg className="flow" viewBox={`0 0 ${size.width} ${size.height}`} role="group" aria-label={w('chart')}>
      {stageNames.map((stage) => (
        <StageBox
          key={stage}
          stage={stage}
          parameters={parameters}
          standing={stateOf(stage)}
          note={standing?.note ?? ''}
        />
      ))}
      {movesOf(category).map((move) => {
        const route = drawn[`${move.from} ${move.to}`];
        const summary = move.from === 'investigating' && move.to === 'fulfilment';
        return route && <Arrow key={`${move.from} ${move.to}`} move={move} route={route} summary={summary} />;
      })}
      <Beside category={category} parameters={parameters} />
    </svg>
  );
}

const legend = ['forward', 'pass', 'back', 'refused'] as const;

/** In the free corner: limits that are not a stage's own, and what the colours say. */
function Beside({ category, parameters }: Omit<Given, 'standing'>) {
  const w = useWords();
  const inWords = useSaying();
  const limitWords = useLimitWords();
  const { left, top } = placeOf('firstReview');
  const y = top + 236;
  const limits = limitsBeside(category).flatMap((key) => {
    const limit = limitIn(parameters, key);
    const { zh, en } = limitName(key);
    return limit ? [w('limitOf', { name: inWords(zh, en), limit: limitWords(limit) })] : [];
  });
  return (
    <g className="beside">
      <text x={left} y={y} className="heading">
        {w('beside')}
      </text>
      {limits.map((text, n) => (
        <text key={text} x={left} y={y + 24 + n * 21}>
          {text}
        </text>
      ))}
      <g transform={`translate(${left} ${y + 250})`}>
        {legend.map((kind, n) => (
          <g key={kind} className={`arrow ${kind}`} transform={`translate(0 ${n * 22})`}>
            <polyline points="0,-4 34,-4" />
            <text x={42}>{w(kind)}</text>
          </g>
        ))}
        <text y={legend.length * 22}>{w('returns')}</text>
        <text y={legend.length * 22 + 22}>{w('paused')}</text>
      </g>
    </g>
  );
}
