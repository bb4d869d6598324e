// Ends the servers of a run whose own process was killed. It reads "add <pid> <signal>" and "remove <pid>" lines from a
// pipe; what is left when the pipe closes is ended, the last one first.
import { createInterface } from 'node:readline';
import { endProcess } from './process-identity.ts';

const guarded = new Map<number, NodeJS.Signals>();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});

for await (const line of createInterface({ input: process.stdin })) {
  const [word, pid, signal] = line.split(' ');
  if (word === 'add') guarded.set(Number(pid), signal as NodeJS.Signals);
  if (word === 'remove') guarded.delete(Number(pid));
}

for (const [pid, signal] of [...guarded].reverse()) await endProcess(pid, signal);
