import { join } from 'node:path';
import pg from 'pg';
import { onKeptPort } from './kept-ports.ts';
import { startPostgres, systemDatabase, type Postgres } from './postgres.ts';
import type { Server } from './supervise.ts';
import type { SystemOptions } from './system.ts';
import { waitFor, type Say } from './wait.ts';

export interface Database {
  /** As the application role. */
  url: string;
  /** As the role that owns the tables. */
  ownerUrl: string;
}

/** Starts PostgreSQL below the data folder; `add` runs and watches it. */
export async function embeddedPostgres(
  dataDir: string,
  { say, ports, profile }: SystemOptions,
  add: (start: () => Promise<Server>) => Promise<void>,
): Promise<Database> {
  say('启动内置 PostgreSQL · starting the built-in PostgreSQL');
  const wish = { asked: ports?.postgres, preferred: profile === 'rehearsal' ? undefined : 5433 };
  let server!: Postgres;
  await onKeptPort(dataDir, 'postgres', wish, (port) =>
    add(async () => (server = await startPostgres({ dataDir: join(dataDir, 'postgres'), port, say }))),
  );
  return { url: server.url(systemDatabase, 'sanxiang_app'), ownerUrl: server.url(systemDatabase, 'sanxiang_owner') };
}

/** Waits until a database that somebody else runs answers. */
export async function externalPostgres(url: string, ownerUrl: string | undefined, say: Say): Promise<Database> {
  say('连接 DATABASE_URL 指定的数据库 · connecting to the database of DATABASE_URL');
  if (!ownerUrl) {
    say(
      '未设置 DATABASE_OWNER_URL，将以 DATABASE_URL 的账号迁移 · DATABASE_OWNER_URL is not set: migrating as the role of DATABASE_URL',
    );
  }
  const database = { url, ownerUrl: ownerUrl ?? url };
  await waitFor(() => answers(database.ownerUrl), { what: 'PostgreSQL', timeoutMs: 60_000, say, everyMs: 1_000 });
  return database;
}

async function answers(connectionString: string): Promise<true> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } finally {
    await client.end();
  }
}
