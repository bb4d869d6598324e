import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { readPasswords } from '../../rehearsal/rehearsal-system.ts';
import { openSession } from '../../rehearsal/session.ts';
import { startSystem } from '../../start/system.ts';
import { fullCase } from './full-case.ts';
import { manyTasksSql } from './many-tasks-sql.ts';

export interface BenchSystem {
  url: string;
  passwords: Map<string, string>;
  /** Who has the tasks, and who opens the case to read it. */
  handler: string;
  reader: string;
  /** The case with 200 events and 50 pieces of evidence, and a word that finds it alone. */
  caseId: string;
  word: string;
  close(): Promise<void>;
}

const [handler, reader] = ['xltyj-h1', 'xltyj-l1'];
const tasks = 10_000;

/** A demo of its own in which one handler has 10,000 tasks, and one case that has been much written in. */
export async function openBenchSystem(): Promise<BenchSystem> {
  const folder = mkdtempSync(join(tmpdir(), 'sanxiang-bench-web-'));
  // PostgreSQL, which does not run as root, must be able to enter.
  chmodSync(folder, 0o755);
  const say = (line: string) => console.error(line);
  const system = await startSystem({ profile: 'demo', dataDir: folder, port: 0, supervise: false, say });
  const close = async () => {
    await system.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const passwords = readPasswords(join(folder, 'demo-accounts.json'));
    const session = await openSession(system.url, handler, passwords.get(handler) ?? '');
    const { caseId, word } = await fullCase(system.url, handler, session);
    await asSuperuser(system.databaseOwnerUrl, folder, (client) => client.query(manyTasksSql(caseId, tasks)));
    say(`${tasks} 件待办 · ${tasks} tasks`);
    return { url: system.url, passwords, handler, reader, caseId, word, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Rows are made directly, past the triggers: only a superuser may. */
async function asSuperuser(
  ownerUrl: string,
  folder: string,
  work: (client: pg.Client) => Promise<unknown>,
): Promise<void> {
  const passwords = JSON.parse(readFileSync(join(folder, 'postgres', 'passwords.json'), 'utf8')) as {
    postgres: string;
  };
  const url = new URL(ownerUrl);
  [url.username, url.password] = ['postgres', passwords.postgres];
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
