import { Link } from 'react-router';
import { monthInWords } from '../moment.ts';
import { useWords } from './words.ts';

interface Point {
  month: string;
  stays: number;
  medianWorkdays: number;
}

interface Given {
  /** What the line is of, for whoever does not see it. */
  label: string;
  months: string[];
  points: Point[];
  linkOf: (month: string) => string;
}

const [width, height, edge] = [240, 36, 4];

/** A small line: a month has a place, months without anything are skipped; each point leads to the rows of its month. */
export function MonthLine({ label, months, points, linkOf }: Given) {
  const say = useWords();
  const highest = Math.max(1, ...points.map(({ medianWorkdays }) => medianWorkdays));
  const room = width / Math.max(1, months.length);
  const across = (month: string) => room * (months.indexOf(month) + 0.5);
  const up = (days: number) => height - edge - ((height - 2 * edge) * days) / highest;
  return (
    <svg role="group" aria-label={label} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <line className="ground" x1={edge} x2={width - edge} y1={height - edge} y2={height - edge} />
      <polyline points={points.map(({ month, medianWorkdays: n }) => `${across(month)},${up(n)}`).join(' ')} />
      {points.map(({ month, stays, medianWorkdays: n }, index) => {
        const said = say('monthSaid', { month: monthInWords(month), n, stays });
        const last = index === points.length - 1;
        return (
          <Link key={month} to={linkOf(month)} aria-label={said}>
            <title>{said}</title>
            <rect x={across(month) - room / 2} width={room} height={height} />
            <circle cx={across(month)} cy={up(n)} r={last ? 3 : 2} />
          </Link>
        );
      })}
    </svg>
  );
}
