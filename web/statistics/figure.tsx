import { Link } from 'react-router';
import type { StatisticsAnswer } from '../../api/schemas/statistics.ts';

/** A number that leads to the cases it counts; a zero leads nowhere. */
export function Figure({
  counted: { from, to },
  number,
  of,
}: {
  counted: Pick<StatisticsAnswer, 'from' | 'to'>;
  number: number;
  of: Record<string, string>;
}) {
  if (number === 0) return <span className="nothing">0</span>;
  return <Link to={`/statistics/cases?${new URLSearchParams({ from, to, ...of }).toString()}`}>{number}</Link>;
}

/** The sum of a number of each row. */
export function sumOf<Row>(rows: Row[], number: (row: Row) => number): number {
  return rows.reduce((sum, row) => sum + number(row), 0);
}

/** Rows under their keys, in the order in which the keys first come. */
export function grouped<Row>(rows: Row[], keyOf: (row: Row) => string): [key: string, rows: Row[]][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return [...groups];
}
