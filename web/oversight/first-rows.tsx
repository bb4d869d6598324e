import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { OverseenCase } from '../../api/schemas/oversight.ts';
import { useSaying } from '../worded.ts';

/** The first rows of a list: which case, where and with whom it is, and what the list is about. */
export function FirstRows<Row extends OverseenCase>({ rows, about }: { rows: Row[]; about: (row: Row) => ReactNode }) {
  const say = useSaying();
  return (
    <ul className="first-rows">
      {rows.map((row) => (
        <li key={row.id}>
          <Link to={`/cases/${row.id}`} title={row.title}>
            {row.title}
          </Link>
          <span>{about(row)}</span>
          <small>
            {[row.agencyName, row.sectionName, say(row.stageName, row.stageNameEn), row.holders.map(({ name }) => name).join('、')]
              .filter(Boolean)
              .join(' · ')}
          </small>
        </li>
      ))}
    </ul>
  ); // prettier-ignore
}
