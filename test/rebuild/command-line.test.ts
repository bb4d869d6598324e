import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { rebuildReadModel } from '../../rebuild/read-model.ts';
import { withClient } from '../support/database.ts';
import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';
import { until } from '../support/until.ts';
import { demoStories, tellDemo } from './demo-stories.ts';
import { derivedDump, otherDump } from './derived-dump.ts';
import { runRebuild } from './run-rebuild.ts';

let system: RecordedSystem;
let cases: string[];
let before: string[];
beforeAll(async () => {
  system = await createRecordedSystem();
  cases = (await tellDemo(system)).toSorted();
  before = await derivedDump(system.db);
});
afterAll(() => system.close());

const owner = () => ({ DATABASE_OWNER_URL: system.db.ownerUrl });
const run = (args: string[], environment: Record<string, string> = owner()) => runRebuild(args, environment).ended;
const damage = () => system.db.asOwner('UPDATE case_file SET round = round + 7; DELETE FROM due_moment');

test('a call or a database that will not do ends with code 2 and one sentence', async () => {
  const unknown = await run(['ledger']);
  expect(unknown).toMatchObject({ code: 2, result: null });
  expect(unknown.said).toMatch(/^请写明重建什么.*say what to rebuild.*\n$/);
  const wrong = await run(['workflows'], { ...owner(), SANXIANG_CONTINUE_AFTER: 'often' });
  expect(wrong).toMatchObject({ code: 2, result: null });
  expect(wrong.said).toMatch(/^配置有误.*SANXIANG_CONTINUE_AFTER.*\n$/);
  const hidden = await run(['read-model'], { DATABASE_URL: system.db.appUrl });
  expect(hidden).toMatchObject({ code: 2, result: null });
  expect(hidden.said).toMatch(/^该账号受行级权限限制.*name the owner in DATABASE_OWNER_URL.*\n$/);
});

test('a dry run ends with code 1 when something differs, and says how far it is', async () => {
  await system.db.asOwner(`UPDATE case_file SET round = 7 WHERE id = '${cases[3]}'`);
  const differing = await run(['read-model', '--dry-run']);
  expect(differing).toMatchObject({ code: 1, result: { cases: cases.length, differed: 1 } });
  expect(differing.said).toContain(`${cases[3]}: 不同 differs: case_file`);
  expect(differing.said).toContain(`案件 · cases: ${cases.length} / ${cases.length}`);
  expect(await run(['read-model'])).toMatchObject({ code: 0, result: { differed: 1 } });
  expect(await run(['read-model', '--dry-run'])).toMatchObject({ code: 0, result: { same: cases.length } });
});

test.each(['SIGKILL', 'SIGINT'] as const)(
  'ended in the middle by %s, no case is half done, and the next run finishes',
  async (signal) => {
    await damage();
    const others = await otherDump(system.db);
    const due = async () => (await system.db.asOwner('SELECT DISTINCT case_id FROM due_moment')).length;
    await withClient(system.db.ownerUrl, async (holder) => {
      await holder.query('BEGIN');
      await holder.query('SELECT FROM case_file WHERE id = $1 FOR UPDATE', [cases[5]]);
      const { child, ended } = runRebuild(['read-model'], owner());
      await until(async () => ((await due()) === 5 ? true : undefined));
      await sleep(200);
      child.kill(signal);
      expect((await ended).code).not.toBe(0);
      await holder.query('ROLLBACK');
    });
    expect(await due()).toBe(5);
    const again = () => run(['read-model']);
    await until(async () => ((await again()).code === 0 ? true : undefined));
    expect(await derivedDump(system.db)).toEqual(before);
    expect(await otherDump(system.db)).toEqual(others);
  },
);

test('beside a system at work nobody is kept from acting, and what they do is not undone', async () => {
  const busy = await createRecordedSystem();
  const [first, , third] = demoStories();
  let working = true;
  const rebuilding = (async () => {
    let runs = 0;
    for (; working; runs += 1) {
      await busy.db.asOwner(
        'UPDATE case_file SET major = NOT major; DELETE FROM due_moment WHERE ended_seq IS NOT NULL',
      );
      expect(await rebuildReadModel(busy.db.ownerUrl)).toMatchObject({ failed: 0 });
    }
    return runs;
  })();
  await Promise.all([busy.tellAll(first!), busy.tellAll(third!)]);
  working = false;
  expect(await rebuilding).toBeGreaterThan(1);
  expect(await rebuildReadModel(busy.db.ownerUrl, { dryRun: true })).toEqual({
    cases: 2,
    same: 2,
    differed: 0,
    failed: 0,
  });
  await busy.close();
});
