import { spawn } from 'node:child_process';
import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { guardProcess, releaseProcess } from './guard.ts';

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

const rotateAbove = 20_000_000;

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
  const exited = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => {
      alive = false;
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

function read(file: string, from: number): string {
  return existsSync(file) ? readFileSync(file).subarray(from).toString() : '';
}

function openLog(file: string): number {
  mkdirSync(dirname(file), { recursive: true });
  if (existsSync(file) && statSync(file).size > rotateAbove) renameSync(file, `${file}.1`);
  return openSync(file, 'a');
}
