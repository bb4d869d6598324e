import { execFileSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { PostgresProgram } from './postgres-program.ts';
import { commandLine } from './process-identity.ts';

/**
 * Creates the files of a new cluster; they take their final name only when all of them are there. Until then they lie in a
 * folder of this process's own: what a killed start ran may still be writing into its own for some seconds.
 */
export function createCluster(cluster: string, { initdb, user }: PostgresProgram, password: string): void {
  removeUnfinished(cluster);
  const unfinished = `${cluster}.${process.pid}.new`;
  const passwordFile = join(unfinished, 'password');
  const data = join(unfinished, 'data');
  for (const folder of [unfinished, data]) {
    mkdirSync(folder, { mode: 0o700 });
    if (user) chownSync(folder, user.uid, user.gid);
  }
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  const flags = [
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--lc-messages=C',
    '--auth=scram-sha-256',
    '--username=postgres',
  ];
  try {
    execFileSync(initdb, ['--pgdata', data, ...flags, `--pwfile=${passwordFile}`], {
      ...user,
      cwd: unfinished,
      env: { ...process.env, LC_MESSAGES: 'C' },
      stdio: 'pipe',
      encoding: 'utf8',
    });
  } catch (error) {
    const reason = (error as { stderr?: string }).stderr?.trim() || (error as Error).message;
    throw new Error(`无法建立数据库目录 ${cluster} · the database folder could not be created: ${reason}`, {
      cause: error,
    });
  }
  renameSync(data, cluster);
  rmSync(unfinished, { recursive: true, force: true });
}

/** Removes what killed starts left half done, as far as nobody writes into it any more. */
function removeUnfinished(cluster: string): void {
  const names = readdirSync(dirname(cluster)).filter(
    (name) => name.startsWith(`${basename(cluster)}.`) && name.endsWith('.new'),
  );
  for (const name of names) {
    try {
      rmSync(join(dirname(cluster), name), { recursive: true });
    } catch {
      // It is in nobody's way.
    }
  }
}

/**
 * Refuses a folder that a running server uses, and clears away the mark of a killed one when its process number has
 * since been given to something else (PostgreSQL itself would take that for a running server and refuse to start).
 */
export function refuseSecondServer(cluster: string): void {
  const mark = join(cluster, 'postmaster.pid');
  if (!existsSync(mark)) return;
  const pid = Number.parseInt(readFileSync(mark, 'utf8'), 10);
  const command = commandLine(pid);
  if (command === undefined) return;
  if (!command.includes('postgres') || !command.includes(cluster)) {
    rmSync(mark);
    return;
  }
  throw new Error(
    `数据库目录 ${cluster} 正被另一个进程（${pid}）使用，请先停止它，或用 SANXIANG_DATA 另选目录。 ` +
      `The database folder ${cluster} is in use by another process (${pid}): stop it first, or choose another folder with SANXIANG_DATA.`,
  );
}
