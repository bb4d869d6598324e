import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { applyMigrations } from '../../prisma/migrate.ts';
import { freePort } from '../../start/ports.ts';
import { startPostgres } from '../../start/postgres.ts';
import { casesSql } from './cases-sql.ts';
import { organisationSql } from './organisation-sql.ts';

export interface BenchDatabase {
  appUrl: string;
  /** As the superuser, past every trigger. */
  asSuperuser(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  /** The server's log from here on, with the plan of every statement that is run meanwhile. */
  plansOf(work: () => Promise<void>): Promise<string>;
  end(): Promise<void>;
}

type Say = (line: string) => void;

const name = 'bench';
/** Cases made in one transaction. */
const atOnce = 50_000;
const filled = ['case_file', 'case_search', 'case_filing'];

/** A PostgreSQL server of its own with so many cases in the read model, indexed and analysed as in a system at rest. */
export async function throwAwayDatabase(cases: number, say: Say): Promise<BenchDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'sanxiang-bench-'));
  chmodSync(folder, 0o755);
  const server = await startPostgres({ dataDir: folder, port: await freePort(), say: () => {}, fast: true });
  const end = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await server.createDatabase(name);
    await applyMigrations(server.url(name, 'sanxiang_owner'), () => {});
    await asSuperuser(server.url(name, 'postgres'), (client) => fill(client, cases, say));
  } catch (error) {
    await end();
    throw error;
  }
  const run = (sql: string, values: unknown[] = []) =>
    asSuperuser(server.url(name, 'postgres'), async (client) => (await client.query(sql, values)).rows);
  return { appUrl: server.url(name, 'sanxiang_app'), asSuperuser: run, plansOf, end };

  async function plansOf(work: () => Promise<void>): Promise<string> {
    const explain = ['min_duration = 0', 'analyze = on', 'buffers = on', 'nested_statements = on', 'timing = on'];
    await asSuperuser(server.url(name, 'postgres'), async (client) => {
      await client.query(`ALTER DATABASE ${name} SET session_preload_libraries = 'auto_explain'`);
      for (const setting of explain) await client.query(`ALTER DATABASE ${name} SET auto_explain.log_${setting}`);
    });
    const log = () => readFileSync(join(folder, 'postgres.log'), 'utf8');
    const before = log().length;
    await work();
    return log().slice(before);
  }
}

async function fill(client: pg.Client, cases: number, say: Say): Promise<void> {
  await client.query(`SET session_replication_role = replica; SET maintenance_work_mem = '512MB'; SELECT setseed(0.5)`);
  await client.query(organisationSql);
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE tablename = ANY ($1) AND indexname NOT IN (SELECT conname FROM pg_constraint)`,
    [filled],
  );
  for (const index of rows) await client.query(`DROP INDEX ${index.name}`);
  for (let from = 1; from <= cases; from += atOnce) {
    const until = Math.min(cases, from + atOnce - 1);
    await client.query(`BEGIN; ${casesSql(from, until)} COMMIT`);
    say(`案件 · cases: ${until} / ${cases}`);
  }
  for (const index of rows) {
    say(`索引 · index ${index.name}`);
    await client.query(index.definition);
  }
  for (const table of [...filled, 'person', 'agency', 'section'])
    await client.query(`VACUUM (FREEZE, ANALYZE) ${table}`);
  await client.query('CHECKPOINT');
}

async function asSuperuser<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
