import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createCluster, refuseSecondServer } from './postgres-cluster.ts';
import { findPostgresProgram, type PostgresProgram } from './postgres-program.ts';
import { keptPasswords, type DatabaseRole } from './postgres-passwords.ts';
import { createDatabase, createRoles, dropDatabase } from './postgres-roles.ts';
import { assertPortFree, PortInUse } from './ports.ts';
import { startServerProcess, type ServerProcess } from './server-process.ts';
import { waitFor, type Say } from './wait.ts';

export interface PostgresOptions {
  /** Holds the cluster, its log and, readable by its owner alone, its passwords. */
  dataDir: string;
  port: number;
  say: Say;
  /** For tests: does not wait for the disk, and so may lose everything when the machine stops. */
  fast?: boolean;
}

export interface Postgres {
  pid: number;
  port: number;
  /** Settles when the server has ended, for whatever reason. */
  exited: Promise<string>;
  url(database: string, role: DatabaseRole): string;
  /** Creates an empty database that sanxiang_owner owns. */
  createDatabase(name: string): Promise<void>;
  /** Drops a database, ending the sessions that use it. */
  dropDatabase(name: string): Promise<void>;
  stop(): Promise<void>;
}

/** The database of the system; tests create their own beside it. */
export const systemDatabase = 'sanxiang';

/**
 * Starts PostgreSQL on loopback with the data of the last run, or new data, and waits until it answers.
 * @throws one sentence when the port is taken, when a server uses this folder already, or when it cannot run here
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const dataDir = resolve(options.dataDir);
  const { port, say } = options;
  const cluster = join(dataDir, 'cluster');
  refuseSecondServer(cluster);
  await assertPortFree(port, 'PostgreSQL', 'POSTGRES_PORT');
  const program = findPostgresProgram();
  mkdirSync(dataDir, { recursive: true });
  const passwords = keptPasswords(join(dataDir, 'passwords.json'));
  if (!existsSync(cluster)) {
    say('正在建立数据库目录 · creating the database folder');
    createCluster(cluster, program, passwords.postgres);
  }
  const url = (database: string, role: DatabaseRole) =>
    `postgresql://${role}:${passwords[role]}@127.0.0.1:${port}/${database}`;
  const admin = url('postgres', 'postgres');
  const server = await startUntilReady(program, { ...options, dataDir }, cluster, () => createRoles(admin, passwords));
  await createDatabase(admin, systemDatabase);
  return {
    pid: server.pid,
    port,
    exited: server.exited,
    url,
    createDatabase: (name) => createDatabase(admin, name),
    dropDatabase: (name) => dropDatabase(admin, name),
    stop: () => server.stop(),
  };
}

async function startUntilReady(
  program: PostgresProgram,
  { dataDir, port, say, fast }: PostgresOptions,
  cluster: string,
  firstWords: () => Promise<void>,
): Promise<ServerProcess> {
  const logFile = join(dataDir, 'postgres.log');
  const start = () =>
    startServerProcess({
      name: 'PostgreSQL',
      command: program.postgres,
      args: ['-D', cluster, '-p', String(port), ...settings(fast)],
      user: program.user,
      cwd: cluster,
      logFile,
      stopSignal: 'SIGINT',
    });
  let server = await start();
  const attempt = async () => {
    // The last sessions of a server that was killed may hold its shared memory for a moment.
    if (!server.alive() && /shared memory block/.test(server.lastLines())) server = await start();
    await firstWords();
    return server;
  };
  const giveUp = () => {
    if (server.alive() || /shared memory block/.test(server.lastLines())) return;
    if (/Address already in use/.test(server.lastLines())) throw new PortInUse(port, 'PostgreSQL', 'POSTGRES_PORT');
    throw new Error(`PostgreSQL 启动失败 · PostgreSQL ended at once:\n${server.lastLines()}`);
  };
  try {
    return await waitFor(attempt, { what: 'PostgreSQL', timeoutMs: 120_000, say, giveUp });
  } catch (error) {
    await server.stop();
    throw error;
  }
}

function settings(fast = false): string[] {
  const values = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(fast && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
