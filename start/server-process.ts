import { spawn } from 'node:child_process';
import { closeSync, existsSync, fstatSync, readFileSync } from 'node:fs';
import { guardProcess, releaseProcess } from './guard.ts';
import { openLog, rotateWhenLong } from './log-file.ts';

export interface ServerCommand {
  /** As the person who waits calls it. */
  name: string;
  command: string;
  args: string[];
  /** Everything the process prints is appended here. */
  logFile: string;
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  user?: { uid: number; gid: number };
  /** What asks it to end in order; SIGTERM unless told. */
  stopSignal?: NodeJS.Signals;
}

export interface ServerProcess {
  readonly name: string;
  readonly pid: number;
  /** The last lines that it has printed since this start. */
  lastLines(count?: number): string;
  /** Settles when the process has ended, with the reason in a few words. */
  readonly exited: Promise<string>;
  alive(): boolean;
  kill(signal: NodeJS.Signals): void;
  /** Asks it to end, and kills it when it has not done so in time. */
  stop(patienceMs?: number): Promise<void>;
}

/** Starts a server in a process group of its own: a Ctrl-C at the terminal reaches it only through stop(). */
export async function startServerProcess(server: ServerCommand): Promise<ServerProcess> {
  const stopSignal = server.stopSignal ?? 'SIGTERM';
  const log = openLog(server.logFile);
  const logStart = fstatSync(log).size;
  const child = spawn(server.command, server.args, {
    detached: true,
    stdio: ['ignore', log, log],
    env: server.env ?? process.env,
    cwd: server.cwd,
    ...server.user,
  });
  closeSync(log);
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
  const pid = child.pid as number;
  let alive = true;
  guardProcess(pid, stopSignal);
  const rotating = rotateWhenLong(server.logFile);
  const exited = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => {
      alive = false;
      clearInterval(rotating);
      releaseProcess(pid);
      resolve(signal ?? `exit ${code}`);
    });
  });
  return {
    name: server.name,
    pid,
    lastLines: (count = 15) => read(server.logFile, logStart).trimEnd().split('\n').slice(-count).join('\n'),
    exited,
    alive: () => alive,
    kill: (signal) => void child.kill(signal),
    async stop(patienceMs = 20_000) {
      if (!alive) return;
      child.kill(stopSignal);
      const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
      await exited;
      clearTimeout(timer);
    },
  };
}

/** What follows `from`; everything where the log began anew since. */
function read(file: string, from: number): string {
  if (!existsSync(file)) return '';
  const bytes = readFileSync(file);
  return bytes.subarray(bytes.length < from ? 0 : from).toString();
}
