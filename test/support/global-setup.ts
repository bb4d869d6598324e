import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyMigrations } from '../../prisma/migrate.ts';
import { freePort } from '../../start/ports.ts';
import { startPostgres } from '../../start/postgres.ts';

/** What one run of the tests shares; each part that is started here is stopped in global-teardown.ts. */
export interface SharedParts {
  stop: (() => Promise<void>)[];
}

interface GlobalConfig {
  testPathPatterns?: { patterns?: string[] };
}

const withoutServers = /unit|start|rehearsal/;
export const templateDatabase = 'sanxiang_template';

/** Starts one PostgreSQL for the whole run, with a migrated database that each test file copies. */
export default async function globalSetup(config: GlobalConfig): Promise<void> {
  const patterns = config.testPathPatterns?.patterns ?? [];
  if (patterns.length > 0 && patterns.every((pattern) => withoutServers.test(pattern))) return;
  const parts: SharedParts = { stop: [] };
  (globalThis as { sanxiangParts?: SharedParts }).sanxiangParts = parts;
  makeFolder(parts);
  await startDatabase(parts);
}

/** What test files make once for all of them lies here. */
function makeFolder(parts: SharedParts): void {
  const folder = mkdtempSync(join(tmpdir(), 'sanxiang-run-'));
  parts.stop.push(async () => rmSync(folder, { recursive: true, force: true }));
  process.env['SANXIANG_TEST_FOLDER'] = folder;
}

async function startDatabase(parts: SharedParts): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'sanxiang-test-'));
  // The server runs as another user where the tests are run by root.
  chmodSync(folder, 0o755);
  parts.stop.push(async () => rmSync(folder, { recursive: true, force: true }));
  const say = () => {};
  const postgres = await startPostgres({ dataDir: folder, port: await freePort(), say, fast: true });
  parts.stop.push(() => postgres.stop());
  await postgres.createDatabase(templateDatabase);
  await applyMigrations(postgres.url(templateDatabase, 'sanxiang_owner'), say);
  process.env['SANXIANG_TEST_ADMIN'] = postgres.url('postgres', 'postgres');
  process.env['SANXIANG_TEST_OWNER'] = postgres.url('postgres', 'sanxiang_owner');
  process.env['SANXIANG_TEST_APP'] = postgres.url('postgres', 'sanxiang_app');
}
