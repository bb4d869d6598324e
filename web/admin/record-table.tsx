import type { ReactNode } from 'react';
import { useWords } from './words.ts';

/** Records as rows of words; the first column names the record. */
export function RecordTable({ heads, rows }: { heads: string[]; rows: ReactNode[][] }) {
  const w = useWords();
  if (rows.length === 0) return <p className="empty">{w('noneOnRecord')}</p>;
  return (
    <table className="cases">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first, ...others], n) => (
          <tr key={n}>
            <th scope="row">{first}</th>
            {others.map((value, place) => (
              <td key={heads[place + 1]}>{value ?? w('none')}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
