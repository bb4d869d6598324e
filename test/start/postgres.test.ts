import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from '../../start/ports.ts';
import { startPostgres, type Postgres } from '../../start/postgres.ts';
import { silent, temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
let port: number;
let postgres: Postgres;

const start = () => startPostgres({ dataDir: folder.path, port, say: silent, fast: true });

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  client.on('error', silent);
  try {
    await client.connect();
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  port = await freePort();
  postgres = await start();
  await query(postgres.url('sanxiang', 'sanxiang_owner'), 'CREATE TABLE kept (id int); INSERT INTO kept VALUES (7)');
});
afterAll(async () => {
  await postgres.stop();
  folder.remove();
});

const kept = () => query(postgres.url('sanxiang', 'sanxiang_owner'), 'SELECT id FROM kept');

describe('embedded PostgreSQL', () => {
  it('gives the application a role that may neither read the owner’s tables nor create its own', async () => {
    const app = postgres.url('sanxiang', 'sanxiang_app');
    await expect(query(app, 'SELECT * FROM kept')).rejects.toThrow('permission denied');
    await expect(query(app, 'CREATE TABLE own (id int)')).rejects.toThrow('permission denied');
  });

  it('keeps its passwords where only their owner reads them, and asks for them', async () => {
    expect(statSync(join(folder.path, 'passwords.json')).mode & 0o777).toBe(0o600);
    await expect(query(`postgresql://postgres@127.0.0.1:${port}/postgres`, 'SELECT 1')).rejects.toThrow();
    await expect(query(`postgresql://postgres:postgres@127.0.0.1:${port}/postgres`, 'SELECT 1')).rejects.toThrow();
  });

  it('counts Chinese characters as characters and keeps time in UTC', async () => {
    const sql =
      "SELECT length('行政执法') AS length, show_trgm('行政执法') <> '{}' AS trigrams, current_setting('timezone') AS zone";
    await postgres.createDatabase('text-test');
    const url = postgres.url('text-test', 'sanxiang_owner');
    await query(url, 'CREATE EXTENSION pg_trgm');
    expect(await query(url, sql)).toEqual([{ length: 4, trigrams: true, zone: 'UTC' }]);
    await postgres.dropDatabase('text-test');
  });

  it('refuses a second start on the same folder in a sentence', async () => {
    const second = startPostgres({ dataDir: folder.path, port: await freePort(), say: silent });
    await expect(second).rejects.toThrow(/in use by another process.*SANXIANG_DATA/);
  });

  it('finds its data again after a stop', async () => {
    await postgres.stop();
    postgres = await start();
    expect(await kept()).toEqual([{ id: 7 }]);
  });

  it('finds its data again after it was killed', async () => {
    process.kill(postgres.pid, 'SIGKILL');
    await postgres.exited;
    postgres = await start();
    expect(await kept()).toEqual([{ id: 7 }]);
  });

  it('starts although the process number of a killed server now belongs to something else', async () => {
    process.kill(postgres.pid, 'SIGKILL');
    await postgres.exited;
    const mark = join(folder.path, 'cluster', 'postmaster.pid');
    writeFileSync(mark, readFileSync(mark, 'utf8').replace(/^\d+/, String(process.pid)));
    postgres = await start();
    expect(await kept()).toEqual([{ id: 7 }]);
  });
});
