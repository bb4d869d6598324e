import { memo, useRef } from 'react';
import { Link } from 'react-router';
import type { OverseenCase } from '../../api/schemas/oversight.ts';
import { useRowKeys } from '../cases/row-keys.ts';
import { useSaying } from '../worded.ts';
import { About, lists, type ListName } from './lists.tsx';
import { useWords } from './words.ts';

interface Given {
  list: ListName;
  rows: OverseenCase[];
  chosen: ReadonlySet<string>;
  choose: (rows: OverseenCase[], yes: boolean) => void;
}

/** Cases that are looked over, each with a box to choose it by. The first link opens it. */
export function OverseenTable({ list, rows, chosen, choose }: Given) {
  const say = useWords();
  const body = useRef<HTMLTableSectionElement>(null);
  useRowKeys(body);
  const allChosen = rows.every(({ id }) => chosen.has(id));
  return (
    <table className="cases overseen">
      <thead>
        <tr>
          <th scope="col">
            <input
              type="checkbox"
              aria-label={say('chooseAll')}
              checked={allChosen}
              onChange={(event) => choose(rows, event.target.checked)}
            />{' '}
            {say('columnCase')}
          </th>
          <th scope="col">{say(lists[list].column)}</th>
          <th scope="col">{say('columnWhere')}</th>
          <th scope="col">{say('columnStage')}</th>
          <th scope="col">{say('columnHolders')}</th>
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map((row) => (
          <OverseenRow key={row.id} list={list} row={row} chosen={chosen.has(row.id)} choose={choose} />
        ))}
      </tbody>
    </table>
  );
}

const OverseenRow = memo(function OverseenRow(given: {
  list: ListName;
  row: OverseenCase;
  chosen: boolean;
  choose: Given['choose'];
}) {
  const { list, row, chosen, choose } = given;
  const say = useWords();
  const inWords = useSaying();
  return (
    <tr data-case={row.id}>
      <td>
        <input
          type="checkbox"
          aria-label={say('choose', { title: row.title })}
          checked={chosen}
          onChange={(event) => choose([row], event.target.checked)}
        />{' '}
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
        <small>{say('inStage', { n: row.daysInStage })}</small>
      </td>
      <td>{row.holders.map(({ name }) => name).join('、') || say('nobody')}</td>
    </tr>
  );
});
