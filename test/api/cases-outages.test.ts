import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCaseSystem, tellAll, type Answer, type CaseSystem } from '../support/case-system.ts';
import { createLoneDatabase, type LoneDatabase } from '../support/lone-database.ts';
import { eventsOf, foldFaults, ledgerFaults } from '../support/records.ts';
import { requestFor, storyOf, upTo } from '../support/stories.ts';
import { startDevTemporal, type DevTemporal } from '../support/temporal.ts';

const { requests } = storyOf('C01');
const submit = requestFor(requests, 'submit');
const codeOf = ({ status, body }: Answer) => `${status} ${body['code'] ?? ''}`.trim();

describe('a part of the system is away', () => {
  let db: LoneDatabase;
  let temporal: DevTemporal;
  let system: CaseSystem;
  const temporalFolder = mkdtempSync(join(tmpdir(), 'sanxiang-temporal-'));

  beforeAll(async () => {
    [db, temporal] = await Promise.all([createLoneDatabase(), startDevTemporal(temporalFolder)]);
    system = await createCaseSystem({ temporal, profile: 'rehearsal', db, env: { SANXIANG_COMMAND_SECONDS: '3' } });
  }, 60_000);
  afterAll(async () => {
    await system?.close();
    await temporal?.stop();
  }, 30_000);

  const submissions = async (caseId: string) => (await eventsOf(db, caseId)).filter(({ type }) => type === 'submit');

  /** Sends the same command under the same key until it is answered, as a patient client does. */
  async function until(wanted: number, caseId: string, key: string): Promise<Answer> {
    for (let tries = 0; ; tries += 1) {
      const answer = await system.tell(submit, caseId, { key });
      if (answer.status === wanted) return answer;
      expect(codeOf(answer)).toMatch(/^(202|503 \w+\.away)$/);
      if (tries > 60) throw new Error(`never ${wanted}`);
      await sleep(250);
    }
  }

  test('the database is away before the command: 503, and the same key does it once when it is back', async () => {
    const caseId = await tellAll(system, upTo(requests, 'submit', { included: false }));
    const key = randomUUID();
    await db.goAway();
    expect(codeOf(await system.tell(submit, caseId, { key }))).toBe('503 database.away');
    await db.comeBack();
    expect((await until(200, caseId, key)).body).toMatchObject({ stage: 'firstReview' });
    expect(await submissions(caseId)).toHaveLength(1);
  }, 60_000);

  test('the database goes away after a command was taken in: the command appears once when it is back', async () => {
    const caseId = await tellAll(system, upTo(requests, 'submit', { included: false }));
    const key = randomUUID();
    await system.worker.stop();
    expect((await system.tell(submit, caseId, { key })).status).toBe(202);
    await db.goAway();
    await system.startWorker();
    await sleep(6_000);
    await db.comeBack();
    expect((await until(200, caseId, key)).body).toMatchObject({ stage: 'firstReview' });
    expect(await submissions(caseId)).toHaveLength(1);
  }, 60_000);

  test('Temporal is away: never 500, and the same key does it once when it is back', async () => {
    const caseId = await tellAll(system, upTo(requests, 'submit', { included: false }));
    const key = randomUUID();
    await temporal.goAway();
    const answers = [await system.tell(submit, caseId, { key }), await system.tell(submit, caseId, { key })];
    const filing = await system.tell(requestFor(requests, 'register'));
    for (const answer of [...answers, filing]) expect(codeOf(answer)).toMatch(/^(202|503 temporal\.away)$/);
    expect(await submissions(caseId)).toEqual([]);
    await temporal.comeBack();
    expect((await until(200, caseId, key)).body).toMatchObject({ stage: 'firstReview' });
    expect(await submissions(caseId)).toHaveLength(1);
  }, 90_000);

  test('afterwards the ledger has no gap and folding the events gives the read model', async () => {
    expect([await ledgerFaults(db), await foldFaults(db)]).toEqual([[], []]);
  });
});
