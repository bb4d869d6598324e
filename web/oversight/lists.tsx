import type { ReactNode } from 'react';
import type { DueCase, OverseenCase, StuckCase, UrgedCase } from '../../api/schemas/oversight.ts';
import { Due } from '../due.tsx';
import { dayOfYearInWords } from '../moment.ts';
import { useSaying } from '../worded.ts';
import { useWords } from './words.ts';

/** The lists of the overseer's desk and what each is called. */
export const lists = {
  overdue: 'listOverdue',
  'due-soon': 'listDueSoon',
  stuck: 'listStuck',
  urged: 'listUrged',
  standing: 'listStanding',
} as const;
export type ListName = keyof typeof lists;
export const listNames = Object.keys(lists) as ListName[];

/** The column that is a list's own; `counted` are the rows behind a figure of the statistics. */
export const ownColumn = {
  overdue: 'columnOverdue',
  'due-soon': 'columnOverdue',
  counted: 'columnOverdue',
  stuck: 'columnStuck',
  urged: 'columnUrged',
  standing: 'columnStanding',
} as const satisfies Record<ListName | 'counted', string>;

/** What a list is about, for one of its rows. */
export function About({ list, row }: { list: ListName | 'counted'; row: OverseenCase }): ReactNode {
  const say = useWords();
  const inWords = useSaying();
  switch (list) {
    case 'overdue':
    case 'due-soon':
    case 'counted':
      return <Due due={(row as DueCase).due} />;
    case 'stuck':
      return (
        <>
          {(row as StuckCase).causes.map(({ cause, since, inWords: zh, inWordsEn: en }) => (
            <span className="cause" key={`${cause} ${since} ${zh}`}>
              {inWords(zh, en)}
            </span>
          ))}
          <small>{say('stuckFor', { n: (row as StuckCase).daysStuck })}</small>
        </>
      );
    case 'urged':
      return (
        <>
          {say('urgedTimes', { n: (row as UrgedCase).urged.unanswered })}
          <small>{say('unmoved', { n: (row as UrgedCase).daysUnmoved })}</small>
        </>
      );
    case 'standing':
      return row.enteredAt ? say('since', { day: dayOfYearInWords(row.enteredAt.slice(0, 10)) }) : '—';
  }
}
