import { continueAsNew, getExternalWorkflowHandle, proxyActivities, sleep } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';
import { seeOrganisation, workflowIdOf, type OrganisationStart } from './messages.ts';

const { pageToWatch } = proxyActivities<Activities>({
  startToCloseTimeout: '2 minutes',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
});

/** Cases are told in pages, with a pause between them in which people's commands come through. */
const pagesInARun = 20;

/**
 * The organisation reaches the open cases: who went on leave, left, lost a role or a certificate, or is back. Each case's own
 * workflow looks at the organisation as it is then and records what it means, or nothing. After a change that somebody made it
 * walks twice, so that a command which was being recorded meanwhile is found too; what a walk misses the next day's finds.
 */
export async function organisationWorkflow({ persons, after, walks }: OrganisationStart): Promise<void> {
  let at = after;
  for (let page = 0; page < pagesInARun; page += 1) {
    const { cases, next } = await pageToWatch({ now: Date.now(), persons, after: at });
    await Promise.allSettled(cases.map((id) => getExternalWorkflowHandle(workflowIdOf(id)).signal(seeOrganisation)));
    at = next;
    if (!next && walks <= 1) return;
    if (!next) return again(null, walks - 1, '20 seconds');
    await sleep('1 second');
  }
  await again(at, walks, '1 second');

  async function again(from: OrganisationStart['after'], left: number, pause: '1 second' | '20 seconds') {
    await sleep(pause);
    await continueAsNew<typeof organisationWorkflow>({ persons, after: from, walks: left });
  }
}
