import type { ReactNode } from 'react';
import type { DueCase, OverseenCase, StuckCase, UrgedCase } from '../../api/schemas/oversight.ts';
import { Due } from '../due.tsx';
import { dayOfYearInWords } from '../moment.ts';
import { useSaying } from '../worded.ts';
import { useWords } from './words.ts';

export const listNames = ['overdue', 'due-soon', 'stuck', 'urged', 'standing'] as const;
export type ListName = (typeof listNames)[number];

/** What each list is called, and what stands in the column that is its own. */
export const lists = {
  overdue: { label: 'listOverdue', column: 'columnOverdue' },
  'due-soon': { label: 'listDueSoon', column: 'columnOverdue' },
  stuck: { label: 'listStuck', column: 'columnStuck' },
  urged: { label: 'listUrged', column: 'columnUrged' },
  standing: { label: 'listStanding', column: 'columnStanding' },
} as const satisfies Record<ListName, object>;

/** What a list is about, for one of its rows. */
export function About({ list, row }: { list: ListName; row: OverseenCase }): ReactNode {
  const say = useWords();
  const inWords = useSaying();
  switch (list) {
    case 'overdue':
    case 'due-soon':
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
