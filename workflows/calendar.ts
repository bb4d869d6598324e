import { continueAsNew, getExternalWorkflowHandle, proxyActivities, sleep } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';
import { recalculate, workflowIdOf, type CalendarStart } from './messages.ts';

const { casesToRecalculate } = proxyActivities<Activities>({
  startToCloseTimeout: '2 minutes',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
});

/** Cases are told in pages, with a pause between them in which people's commands come through. */
const pagesInARun = 20;
/** How long a case has to take what it was told, before it is told again; it doubles up to an hour, in seconds. */
const [firstWait, longestWait] = [10, 3_600];

/**
 * A new version of the calendar reaches every open case whose deadlines it moves: each case's own workflow reckons them anew
 * and records it. Ends when a walk through all cases finds none left, twice, so that a command which was being recorded
 * while the year was published is found too. A case that cannot take it stops nothing: it is told again later.
 */
export async function calendarWorkflow(start: CalendarStart): Promise<void> {
  let { after, told, clean, waited } = start;
  const { version } = start;
  for (let page = 0; page < pagesInARun && clean < 2; page += 1) {
    const { cases, last } = await casesToRecalculate({ version, after });
    await Promise.allSettled(
      cases.map((id) => getExternalWorkflowHandle(workflowIdOf(id)).signal(recalculate, version)),
    );
    told += cases.length;
    after = last ?? '';
    if (last !== null) {
      await sleep('1 second');
      continue;
    }
    clean = told === 0 ? clean + 1 : 0;
    waited = told === 0 ? firstWait : Math.min(longestWait, waited * 2);
    told = 0;
    if (clean < 2) await sleep(waited * 1_000);
  }
  if (clean < 2) await continueAsNew<typeof calendarWorkflow>({ version, after, told, clean, waited });
}
