// npm run record-histories: plays every journey anew and keeps what Temporal recorded of each, for replay.test.ts.
import { workflowIdOf } from '../../workflows/messages.ts';
import { createCaseSystem, tellAll, type Answer, type CaseSystem } from '../support/case-system.ts';
import globalSetup from '../support/global-setup.ts';
import globalTeardown from '../support/global-teardown.ts';
import { moved, weeksUntilAfter, type Told } from '../support/stories.ts';
import { startDevTemporal, startSkippingTemporal, type TestTemporal } from '../support/temporal.ts';
import { tellTogether } from '../support/told-together.ts';
import { journeysIn } from './journeys.ts';
import { keepHistories, type History } from './kept-histories.ts';
import type { Sent } from './senders.ts';
import { unusualJourneysIn, virtualJourneys } from './unusual.ts';

/** Ids of the runs of each case. */
type Runs = Map<string, Set<string>>;

const begun = Date.now();
const say = (sentence: string) => process.stdout.write(`${Math.round((Date.now() - begun) / 1000)} s  ${sentence}\n`);
const histories = new Map<string, History>();

await globalSetup({});
try {
  await recordVirtual();
  await recordYear();
  keepHistories(histories);
  say(`${histories.size} histories kept`);
} finally {
  await globalTeardown();
}

/** Journeys played together in one year of skipped time; the year then passes for those that wait. */
async function recordYear(): Promise<void> {
  const temporal = await startSkippingTemporal();
  const weeks = weeksUntilAfter('2026-01-12T08:00:00+08:00', await temporal.now());
  const system = await createCaseSystem({ temporal, profile: 'demo', weeks });
  try {
    const runs: Runs = new Map();
    const played = await tellTogether(noting(system, runs), { ...journeysIn(weeks), ...unusualJourneysIn(weeks) });
    for (const [name, { answers }] of played) mustBeDone(name, answers.at(-1)!);
    await temporal.skipTo(Date.parse(moved('2027-01-31T09:00:00+08:00', weeks)));
    for (const [name, { caseId }] of played) await fetch(system, name, caseId, runs);
  } finally {
    await system.close();
    await temporal.stop();
  }
}

/** Journeys in the time of their requests, one after the other. */
async function recordVirtual(): Promise<void> {
  const temporal = await startDevTemporal();
  const system = await createCaseSystem({ temporal, profile: 'rehearsal' });
  try {
    const runs: Runs = new Map();
    for (const [name, requests] of Object.entries(virtualJourneys())) {
      const caseId = await tellAll(noting(system, runs), requests);
      await fetch(system, name, caseId, runs);
    }
  } finally {
    await system.close();
    await temporal.stop();
  }
}

function mustBeDone(name: string, { told, answer }: { told: Told; answer: Answer }): void {
  if (answer.status > 201) throw new Error(`${name}: ${told.action}: ${answer.status} ${JSON.stringify(answer.body)}`);
}

/** Sends each request as its journey wants it, and notes the runs of each case. */
function noting<Temporal extends TestTemporal>(system: CaseSystem<Temporal>, runs: Runs): CaseSystem<Temporal> {
  const tell: CaseSystem['tell'] = async (told: Sent, caseId = '') => {
    const answer = await (told.instead?.(system, told, caseId) ?? system.tell(told, caseId));
    if (answer.status > 201) return answer;
    const id = caseId || String(answer.body['id']);
    const { runId } = await system.client.workflow.getHandle(workflowIdOf(id)).describe();
    runs.set(id, (runs.get(id) ?? new Set()).add(runId));
    return answer;
  };
  return { ...system, tell };
}

/** A case that was begun again or continued as new has several runs, each a history of its own, in their order. */
async function fetch(system: CaseSystem, name: string, caseId: string, runs: Runs): Promise<void> {
  const fetched = new Map<string, History>();
  const wanted = [...runs.get(caseId)!];
  for (const runId of wanted) {
    const history = await system.client.workflow.getHandle(workflowIdOf(caseId), runId).fetchHistory();
    fetched.set(runId, history);
    // A run that lived between two commands was not seen while the story was told.
    const before = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId;
    if (before && !wanted.includes(before)) wanted.push(before);
  }
  const inOrder = [...fetched.values()].sort((left, right) => begunAt(left) - begunAt(right));
  for (const [n, history] of inOrder.entries()) {
    histories.set(n === 0 ? name : `${name}.${n + 1}`, history);
    say(`${name}, run ${n + 1}: ${history.events?.length} events`);
  }
}

/** Milliseconds. */
function begunAt({ events }: History): number {
  const { seconds, nanos } = events![0]!.eventTime!;
  return Number(seconds) * 1000 + (nanos ?? 0) / 1e6;
}
