import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';
import { storyOf } from '../support/stories.ts';
import { startDevTemporal, type DevTemporal } from '../support/temporal.ts';

let system: RecordedSystem;
let temporal: DevTemporal;
beforeAll(async () => {
  system = await createRecordedSystem();
  await system.tellAll(storyOf('C05').requests);
  temporal = await startDevTemporal();
});
afterAll(async () => {
  await temporal?.stop();
  await system?.close();
});

/** `npm run check`, as a process of its own. */
function check(
  environment: Record<string, string>,
  args: string[] = [],
): Promise<{ code: number | null; said: string; shown: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'check/main.ts', ...args], {
    env: { PATH: process.env['PATH'], ...environment },
  });
  let [said, shown] = ['', ''];
  child.stderr.on('data', (piece: Buffer) => (said += piece.toString()));
  child.stdout.on('data', (piece: Buffer) => (shown += piece.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, said, shown })));
}

const database = () => ({ DATABASE_OWNER_URL: system.db.ownerUrl });

test('nothing found: 0, with a line for each invariant and the report as JSON', async () => {
  const { code, shown } = await check({ ...database(), TEMPORAL_ADDRESS: temporal.address });
  expect(code).toBe(0);
  const lines = shown.trim().split('\n');
  expect(lines.slice(0, -1).filter((line) => line.includes('符合 holds'))).toHaveLength(14);
  expect(lines.at(-2)).toMatch(/^12 .*证据文件都在/);
  expect(JSON.parse(lines.at(-1)!)).toMatchObject({ holds: true });
});

test('without TEMPORAL_ADDRESS the database alone is checked, and it says so', async () => {
  const { code, said, shown } = await check(database());
  expect([code, said]).toEqual([0, expect.stringMatching(/未设置 TEMPORAL_ADDRESS.*not checked/)]);
  expect(shown).toMatch(/temporal-agrees.*未核对 not checked/);
});

test('something found: 1, also when Temporal is silent', async () => {
  await system.db.asOwner('UPDATE case_file SET round = 7');
  expect((await check({ ...database(), TEMPORAL_ADDRESS: temporal.address })).code).toBe(1);
  const { code, shown } = await check({ ...database(), TEMPORAL_ADDRESS: '127.0.0.1:1' });
  await system.db.asOwner(`UPDATE case_file SET round = (state->>'round')::int`);
  expect([code, shown]).toEqual([1, expect.stringMatching(/fold-gives-read-model.*不符 broken 1/)]);
});

test('not checked: 2, in whole or in part, with the reason', async () => {
  const silent = await check({ ...database(), TEMPORAL_ADDRESS: '127.0.0.1:1' });
  expect([silent.code, silent.said]).toEqual([2, expect.stringMatching(/Temporal 没有应答.*does not answer/)]);
  const hidden = await check({ DATABASE_URL: system.db.appUrl });
  expect([hidden.code, hidden.said]).toEqual([2, expect.stringMatching(/受行级权限限制/)]);
  const unknown = await check(database(), ['--all']);
  expect([unknown.code, unknown.said, unknown.shown]).toEqual([2, expect.stringMatching(/不认识的参数 --all/), '']);
});
