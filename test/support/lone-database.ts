import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../prisma/client.ts';
import { applyMigrations } from '../../prisma/migrate.ts';
import { freePort } from '../../start/ports.ts';
import { startPostgres } from '../../start/postgres.ts';
import { withClient, type TestDatabase } from './database.ts';

export interface LoneDatabase extends TestDatabase {
  /** Stops the server. */
  goAway(): Promise<void>;
  /** Starts it again, with what it held. */
  comeBack(): Promise<void>;
}

/** A database on a server of its own, which can go away. */
export async function createLoneDatabase(): Promise<LoneDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'sanxiang-lone-'));
  // The server runs as another user where the tests are run by root.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const say = () => {};
  const start = () => startPostgres({ dataDir: folder, port, say });
  let server = await start();
  await server.createDatabase('lone');
  const ownerUrl = server.url('lone', 'sanxiang_owner');
  const appUrl = server.url('lone', 'sanxiang_app');
  await applyMigrations(ownerUrl, say);
  const database = openDatabase(appUrl, 5);
  return {
    appUrl,
    ownerUrl,
    adminUrl: server.url('lone', 'postgres'),
    database,
    asOwner: (sql, values) => withClient(ownerUrl, async (owner) => (await owner.query(sql, values)).rows),
    goAway: () => server.stop(),
    comeBack: async () => {
      server = await start();
    },
    close: async () => {
      await database.$disconnect();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
