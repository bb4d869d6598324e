import { memo, useRef } from 'react';
import { Link } from 'react-router';
import type { OverseenCase } from '../../api/schemas/oversight.ts';
import { stages } from '../../domain/process.ts';
import { useRowKeys } from '../cases/row-keys.ts';
import { useSaying } from '../worded.ts';
import { About, ownColumn } from './lists.tsx';
import { useWords } from './words.ts';

interface Choosing {
  chosen: ReadonlySet<string>;
  choose: (rows: OverseenCase[], yes: boolean) => void;
}

interface Given {
  list: keyof typeof ownColumn;
  rows: OverseenCase[];
  /** Gives each row a box to choose it by. */
  choosing?: Choosing;
}

/** Cases that are looked over. The first link of a row opens it. */
export function OverseenTable({ list, rows, choosing }: Given) {
  const say = useWords();
  const body = useRef<HTMLTableSectionElement>(null);
  useRowKeys(body);
  return (
    <table className={choosing ? 'cases overseen choosing' : 'cases overseen'}>
      <thead>
        <tr>
          <th scope="col">
            {choosing && (
              <input
                type="checkbox"
                aria-label={say('chooseAll')}
                checked={rows.every(({ id }) => choosing.chosen.has(id))}
                onChange={(event) => choosing.choose(rows, event.target.checked)}
              />
            )}{' '}
            {say('columnCase')}
          </th>
          <th scope="col">{say(ownColumn[list])}</th>
          <th scope="col">{say('columnWhere')}</th>
          <th scope="col">{say('columnStage')}</th>
          <th scope="col">{say('columnHolders')}</th>
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map((row) => (
          <OverseenRow
            key={row.id}
            list={list}
            row={row}
            chosen={choosing?.chosen.has(row.id)}
            choose={choosing?.choose}
          />
        ))}
      </tbody>
    </table>
  );
}

const OverseenRow = memo(function OverseenRow(given: {
  list: Given['list'];
  row: OverseenCase;
  chosen: boolean | undefined;
  choose: Choosing['choose'] | undefined;
}) {
  const { list, row, chosen, choose } = given;
  const say = useWords();
  const inWords = useSaying();
  const ended = 'final' in stages[row.stage];
  return (
    <tr data-case={row.id}>
      <td>
        {choose && (
          <input
            type="checkbox"
            aria-label={say('choose', { title: row.title })}
            checked={chosen ?? false}
            onChange={(event) => choose([row], event.target.checked)}
          />
        )}{' '}
        <Link to={`/cases/${row.id}`}>{row.title}</Link>
        <small>{[row.documentNo, row.partyName, row.categoryName].filter(Boolean).join(' · ')}</small>
      </td>
      <td>
        <About list={list} row={row} />
      </td>
      <td>
        {row.agencyName}
        <small>{row.sectionName}</small>
      </td>
      <td>
        {inWords(row.stageName, row.stageNameEn)}
        {!ended && <small>{say('inStage', { n: row.daysInStage })}</small>}
      </td>
      <td>{row.holders.map(({ name }) => name).join('、') || (ended ? '—' : say('nobody'))}</td>
    </tr>
  );
});
