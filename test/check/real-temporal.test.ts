import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { breachesOf } from '../support/breaches.ts';
import { fold } from '../../domain/apply.ts';
import { emptyState } from '../../domain/state.ts';
import { caseWorkflowOptions } from '../../workflows/case-start.ts';
import { workflowIdOf } from '../../workflows/messages.ts';
import { createCaseSystem, tellAll, type CaseSystem } from '../support/case-system.ts';
import { eventsOf } from '../support/records.ts';
import { storyOf, upTo } from '../support/stories.ts';
import { startDevTemporal, type DevTemporal } from '../support/temporal.ts';

let temporal: DevTemporal;
let system: CaseSystem;
let open: string;
let ended: string;

beforeAll(async () => {
  temporal = await startDevTemporal();
  system = await createCaseSystem({ temporal, profile: 'rehearsal' });
  open = await tellAll(system, upTo(storyOf('C01').requests, 'passFirstReview'));
  ended = await tellAll(system, storyOf('C05').requests);
});
afterAll(async () => {
  await system?.close();
  await temporal?.stop();
});

/** What the checker finds of this system in this namespace. */
async function found(ownerUrl = system.db.ownerUrl): Promise<string[]> {
  const breaches = await breachesOf(ownerUrl, temporal.address);
  return breaches.map(({ name, where, what }) => `${name} ${where}: ${what}`);
}

const handle = (caseId: string) => system.client.workflow.getHandle(workflowIdOf(caseId));

/** Begins a workflow by hand with the case as it was after its first `count` events. */
async function beginWith(caseId: string, count: number): Promise<void> {
  const events = (await eventsOf(system.db, caseId)).slice(0, count);
  const state = fold(emptyState, events);
  const settings = { taskQueue: system.config.temporal.taskQueue, virtualTime: true, continueAfter: 500 };
  const begun = { caseId, agency: state.filing!.agency, state, answered: [] };
  await system.client.workflow.start('caseWorkflow', caseWorkflowOptions(settings, begun));
}

test('nothing is found while workflows and cases agree', async () => {
  expect(await found()).toEqual([]);
});

test('a workflow that was terminated behind the system’s back', async () => {
  await handle(open).terminate('by hand');
  expect(await found()).toEqual([`temporal-agrees ${open}: no workflow is running, the case is in sectionSignOff`]);
});

test('a workflow begun by hand with an older state', async () => {
  const events = await eventsOf(system.db, open);
  await beginWith(open, events.length - 1);
  expect(await found()).toEqual([
    `temporal-agrees ${open}: the workflow is in firstReview, the case in sectionSignOff`,
  ]);
});

test('the next command tells that workflow what it missed, and nothing is found any more', async () => {
  const { requests } = storyOf('C01');
  const next = requests[upTo(requests, 'passFirstReview').length]!;
  expect((await system.tell(next, open)).body).toMatchObject({ stage: 'intake' });
  expect(await found()).toEqual([]);
});

test('a workflow of another kind under the case’s id', async () => {
  await handle(open).terminate('by hand');
  const { taskQueue } = system.config.temporal;
  await system.client.workflow.start('otherWorkflow', { workflowId: workflowIdOf(open), taskQueue, args: [] });
  expect(await found()).toEqual([`temporal-agrees ${open}: the workflow is in null, the case in intake`]);
  await handle(open).terminate('by hand');
  await beginWith(open, (await eventsOf(system.db, open)).length);
  expect(await found()).toEqual([]);
});

test('a workflow that runs for a case that has ended', async () => {
  // Nobody works off this queue, so that it does not end by itself.
  const events = await eventsOf(system.db, ended);
  const state = fold(emptyState, events);
  const settings = { taskQueue: 'nobody', virtualTime: true, continueAfter: 500 };
  const begun = { caseId: ended, agency: state.filing!.agency, state, answered: [] };
  await system.client.workflow.start('caseWorkflow', caseWorkflowOptions(settings, begun));
  expect(await found()).toEqual([`temporal-agrees ${ended}: a workflow is running, the case is archived`]);
  await handle(ended).terminate('by hand');
  expect(await found()).toEqual([]);
});

test('two systems in one namespace: each is told of the other’s workflows', async () => {
  const other = await createCaseSystem({ temporal, profile: 'rehearsal' });
  try {
    const theirs = await tellAll(other, upTo(storyOf('C03').requests, 'submit'));
    expect(await found()).toEqual([`temporal-agrees ${theirs}: a workflow is running and there is no case`]);
    expect(await found(other.db.ownerUrl)).toEqual([
      `temporal-agrees ${open}: a workflow is running and there is no case`,
    ]);
  } finally {
    await other.close();
  }
});
