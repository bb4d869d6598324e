import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createCaseSystem, tellAll, type Answer, type CaseSystem } from '../support/case-system.ts';
import { eventsOf, foldFaults, ledgerFaults } from '../support/records.ts';
import { requestFor, storyOf, upTo, type Told } from '../support/stories.ts';
import { startDevTemporal, type TestTemporal } from '../support/temporal.ts';

const { requests } = storyOf('C01');
const submit = requestFor(requests, 'submit');
const review = requestFor(requests, 'passFirstReview');
const codeOf = ({ status, body }: Answer) => `${status} ${body['code'] ?? ''}`.trim();
const crashing = 'test/support/crashing-worker.ts';

describe('a worker is killed while it records a command', () => {
  let temporal: TestTemporal;
  let system: CaseSystem;
  let caseId: string;

  beforeAll(async () => {
    temporal = await startDevTemporal();
  }, 60_000);
  afterAll(async () => temporal?.stop(), 30_000);
  beforeEach(async () => {
    system = await createCaseSystem({ temporal, profile: 'rehearsal' });
    caseId = await tellAll(system, upTo(requests, 'submit', { included: false }));
  }, 60_000);
  afterEach(async () => {
    expect([await ledgerFaults(system.db), await foldFaults(system.db)]).toEqual([[], []]);
    await system.close();
  }, 30_000);

  /** The API gives up after a second, so that nobody waits for the command any more. */
  async function submitAndLoseWorker(moment: 'before' | 'after', key: string): Promise<Answer> {
    await system.worker.stop();
    const worker = await system.startWorker(crashing, [moment, 'submit']);
    system.config.commandSeconds = 1;
    const [answer, ended] = await Promise.all([system.tell(submit, caseId, { key }), worker.exited]);
    expect(ended).toBe('SIGKILL');
    system.config.commandSeconds = 20;
    return answer;
  }

  const submissions = async () => (await eventsOf(system.db, caseId)).filter(({ type }) => type === 'submit');

  test('after the commit: the same key gets the answer of the one event that was written', async () => {
    const key = randomUUID();
    expect((await submitAndLoseWorker('after', key)).status).toBe(202);
    const again = await system.tell(submit, caseId, { key });
    expect(again).toMatchObject({ status: 200, body: { stage: 'firstReview' } });
    await system.startWorker();
    expect((await system.tell(submit, caseId, { key })).body).toEqual(again.body);
    expect((await nextWithin(review)).body).toMatchObject({ stage: 'sectionSignOff' });
    expect(await submissions()).toHaveLength(1);
  }, 60_000);

  test('after the commit, with the client gone: the next person acts on what was written, nothing is lost or doubled', async () => {
    expect((await submitAndLoseWorker('after', randomUUID())).status).toBe(202);
    await system.startWorker();
    const next = await nextWithin(review);
    const events = await eventsOf(system.db, caseId);
    expect(next.body).toMatchObject({ stage: 'sectionSignOff', seq: events.length });
    expect(events.map(({ type }) => type).slice(-2)).toEqual(['submit', 'passFirstReview']);
    expect(await submissions()).toHaveLength(1);
  }, 60_000);

  test('before the transaction: nothing is written, and after the restart the command is done once', async () => {
    const key = randomUUID();
    expect((await submitAndLoseWorker('before', key)).status).toBe(202);
    expect(await submissions()).toEqual([]);
    await system.startWorker();
    expect(await nextWithin(submit, key)).toMatchObject({ status: 200, body: { stage: 'firstReview' } });
    expect((await system.tell(review, caseId)).status).toBe(200);
    expect(await submissions()).toHaveLength(1);
  }, 60_000);

  test('one worker after another dies of it: never 500, and the same key does it once when one lives', async () => {
    const key = randomUUID();
    const answers: Answer[] = [];
    await system.worker.stop();
    for (let died = 0; died < 3; died += 1) {
      const worker = await system.startWorker(crashing, ['before', 'submit']);
      system.config.commandSeconds = 1;
      const [answer] = await Promise.all([system.tell(submit, caseId, { key }), worker.exited]);
      answers.push(answer);
    }
    // The server takes no command for a case whose task has failed for the third time.
    const tried = async () => answers.push(await system.tell(submit, caseId, { key }));
    for (let tries = 0; answers.at(-1)!.status !== 503 && tries < 20; tries += 1) await tried();
    expect(new Set(answers.map(codeOf))).toEqual(new Set(['202', '503 temporal.away']));
    system.config.commandSeconds = 20;
    await system.startWorker();
    for (let tries = 0; answers.at(-1)!.status !== 200 && tries < 60; tries += 1) {
      await sleep(250);
      await tried();
    }
    expect(answers.at(-1)!.body).toMatchObject({ stage: 'firstReview' });
    expect(await submissions()).toHaveLength(1);
  }, 120_000);

  /** The stall after such a death is bounded by the workflow task time-out, 5 s. */
  async function nextWithin(told: Told, key?: string): Promise<Answer> {
    const start = Date.now();
    const answer = await system.tell(told, caseId, { key });
    expect(Date.now() - start).toBeLessThan(8_000);
    return answer;
  }
});
