import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { snapshot, workflowIdOf } from '../../workflows/messages.ts';
import { createCaseSystem, tellAll, type Answer, type CaseSystem } from '../support/case-system.ts';
import { eventsOf } from '../support/records.ts';
import { requestFor, storyOf, upTo } from '../support/stories.ts';
import { startDevTemporal, type DevTemporal } from '../support/temporal.ts';
import { until } from '../support/until.ts';

const { requests } = storyOf('C01');
const submit = requestFor(requests, 'submit');
const crashing = 'test/support/crashing-worker.ts';
const codeOf = ({ status, body }: Answer) => `${status} ${body['code'] ?? ''}`.trim();

let temporal: DevTemporal;
let system: CaseSystem;

beforeAll(async () => {
  temporal = await startDevTemporal(mkdtempSync(join(tmpdir(), 'sanxiang-temporal-')));
  system = await createCaseSystem({ temporal, profile: 'rehearsal' });
});
afterAll(async () => {
  await system?.close();
  await temporal?.stop();
});

test('the server takes no command while the tasks of its case fail: never 500, and the same key does it once later', async () => {
  const caseId = await tellAll(system, upTo(requests, 'submit', { included: false }));
  const key = randomUUID();
  const answers: Answer[] = [];
  const tried = async () => answers.push(await system.tell(submit, caseId, { key }));
  await system.worker.stop();
  await system.startWorker('test/support/failing-worker.ts');
  system.config.commandSeconds = 1;
  for (let tries = 0; answers.at(-1)?.status !== 503 && tries < 40; tries += 1) await tried();
  expect(answers.map(codeOf).filter((code) => code !== '202')).toEqual(['503 temporal.away']);
  await system.worker.stop();
  await system.startWorker();
  system.config.commandSeconds = 20;
  await until(async () => (await tried(), answers.at(-1)!.status === 200 || undefined));
  expect(answers.at(-1)!.body).toMatchObject({ stage: 'firstReview' });
  expect((await eventsOf(system.db, caseId)).filter(({ type }) => type === 'submit')).toHaveLength(1);
});

test('the filing is written, and worker and server die before the case knows: it goes on all the same', async () => {
  await system.worker.stop();
  const worker = await system.startWorker(crashing, ['after', 'register']);
  system.config.commandSeconds = 1;
  const [{ status, body }] = await Promise.all([system.tell(requestFor(requests, 'register')), worker.exited]);
  expect(status).toBe(202);
  await temporal.goAway();
  await temporal.comeBack();
  await system.startWorker();
  const handle = temporal.client.workflow.getHandle(workflowIdOf(String(body['caseId'])));
  await until(async () => (await handle.query(snapshot)).seq > 0 || undefined);
  expect(await handle.query(snapshot)).toMatchObject({ seq: 1, stage: 'investigating' });
  expect((await handle.describe()).status.name).toBe('RUNNING');
});
