import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { readWorkflowSettings } from '../../config.ts';
import { rebuildReadModel } from '../../rebuild/read-model.ts';
import { rebuildWorkflows } from '../../rebuild/workflows.ts';
import { withClient } from '../support/database.ts';
import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';
import { storyOf } from '../support/stories.ts';
import { startDevTemporal } from '../support/temporal.ts';
import { derivedDump } from './derived-dump.ts';

let system: RecordedSystem;
let damaged: string[];
beforeAll(async () => {
  system = await createRecordedSystem();
  await system.tellAll(storyOf('C01').requests);
  await system.db.asOwner('UPDATE case_file SET round = round + 7, open = true; DELETE FROM due_moment');
  damaged = await derivedDump(system.db);
});
afterEach(async () => {
  expect(await derivedDump(system.db)).toEqual(damaged);
});
afterAll(() => system.close());

const elsewhere = (path: string, url = system.db.ownerUrl) =>
  Object.assign(new URL(url), { pathname: path }).toString();

describe('is refused in Chinese and English, and nothing is done:', () => {
  test.each<[string, () => string | undefined, RegExp]>([
    ['no database', () => undefined, /请用 DATABASE_OWNER_URL.*Name the database/],
    ['a database that is away', () => 'postgresql://127.0.0.1:1/x', /数据库无法连接.*cannot be reached/],
    ['an address that is none', () => 'postgresql://[', /数据库无法连接.*cannot be reached/],
    ['a database of somebody else', () => elsewhere('/postgres'), /不是三项的数据库.*not a database of Sanxiang/],
    ['the application’s role', () => system.db.appUrl, /受行级权限限制.*name the owner/],
  ])('%s', async (_what, url, said) => {
    await expect(rebuildReadModel(url())).rejects.toThrow(said);
    await expect(rebuildWorkflows(url(), readWorkflowSettings({ ...nowhere, DATABASE_URL: 'x' }))).rejects.toThrow(said);
  }); // prettier-ignore

  test('a case that is not on record', async () => {
    const said = /没有这样的案件.*no such case: nobody/;
    await expect(rebuildReadModel(system.db.ownerUrl, { caseId: 'nobody' })).rejects.toThrow(said);
  });

  describe('a database', () => {
    const change = (sql: string) =>
      system.db.asOwner(`UPDATE _prisma_migrations SET ${sql} WHERE id = $1`, [last['id']]);
    let last: Record<string, string>;
    beforeAll(async () => {
      const rows = await system.db.asOwner<Record<string, string>>(
        'SELECT * FROM _prisma_migrations ORDER BY migration_name',
      );
      last = rows.at(-1)!;
    });
    afterEach(() =>
      change(
        `migration_name = '${last['migration_name']}', checksum = '${last['checksum']}', finished_at = now(), rolled_back_at = NULL`,
      ),
    );

    test.each([
      ['newer than the program', `migration_name = '29990101000000_later'`, /本版本不认识的迁移 29990101000000_later.*use the newer version/],
      ['newer, and half migrated', `migration_name = '29990101000000_later', finished_at = NULL`, /29990101000000_later.*newer version/],
      ['half migrated', 'finished_at = NULL', /未完成.*unfinished/],
      ['migrated by a changed file', `checksum = 'other'`, /被改动.*was changed/],
      ['older than the program', 'rolled_back_at = now()', /请先启动一次系统.*start the system once/],
    ])('%s', async (_what, sql, said) => {
      await change(sql);
      await expect(rebuildReadModel(system.db.ownerUrl)).rejects.toThrow(said);
    }); // prettier-ignore
  });

  test('a role that may read everything and write nothing', async () => {
    const { adminUrl } = system.db;
    const name = `auditor_${process.pid}`;
    await withClient(adminUrl, async (client) => {
      await client.query(`CREATE ROLE ${name} LOGIN BYPASSRLS PASSWORD 'auditor'; GRANT pg_read_all_data TO ${name}`);
      const asAuditor = Object.assign(new URL(adminUrl), { username: name, password: 'auditor' }).toString();
      await expect(rebuildReadModel(asAuditor)).rejects.toThrow(/不得改写 case_file.*may not write case_file/);
      await client.query(`DROP ROLE ${name}`);
    });
  });

  test('a second rebuild at the same time', async () => {
    await withClient(system.db.ownerUrl, async (other) => {
      await other.query('SELECT pg_advisory_lock(7265003)');
      await expect(rebuildReadModel(system.db.ownerUrl)).rejects.toThrow(/另一个重建正在进行.*Another rebuild/);
    });
  });
});

const nowhere = { TEMPORAL_ADDRESS: '127.0.0.1:1' };

test('workflows where Temporal does not answer, or knows no such namespace, are refused', async () => {
  const begin = (environment: Record<string, string>) =>
    rebuildWorkflows(system.db.ownerUrl, readWorkflowSettings(environment));
  await expect(begin(nowhere)).rejects.toThrow(/Temporal 没有应答.*does not answer at 127.0.0.1:1/);
  const temporal = await startDevTemporal();
  try {
    const there = { TEMPORAL_ADDRESS: temporal.address };
    await expect(begin({ ...there, TEMPORAL_NAMESPACE: 'elsewhere' })).rejects.toThrow(
      /没有命名空间 elsewhere.*namespace elsewhere/,
    );
    expect(await begin(there)).toEqual({ cases: 1, started: 0, running: 0, ended: 1, failed: 0 });
  } finally {
    await temporal.stop();
  }
});
