import { useWords } from './words.ts';

interface Point {
  month: string;
  stays: number;
  medianWorkdays: number;
}

const [width, height, edge] = [220, 36, 4];

/** A small line: a month has a place, months without anything are skipped, the last one has a dot. */
export function MonthLine({ months, points }: { months: string[]; points: Point[] }) {
  const say = useWords();
  const highest = Math.max(1, ...points.map(({ medianWorkdays }) => medianWorkdays));
  const across = (month: string) =>
    edge + ((width - 2 * edge) * months.indexOf(month)) / Math.max(1, months.length - 1);
  const up = (days: number) => height - edge - ((height - 2 * edge) * days) / highest;
  const places = points.map(({ month, medianWorkdays }) => [across(month), up(medianWorkdays)] as const);
  const [x, y] = places.at(-1)!;
  const said = points.map(({ month, stays, medianWorkdays: n }) => say('monthSaid', { month, n, stays })).join('；');
  return (
    <svg role="img" aria-label={said} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <title>{said}</title>
      <line className="ground" x1={edge} x2={width - edge} y1={height - edge} y2={height - edge} />
      <polyline points={places.map((place) => place.join(',')).join(' ')} />
      <circle cx={x} cy={y} r="3" />
    </svg>
  );
}
