// Ends the servers of a run whose own process was killed: it reads "add <pid> <signal>" and "remove <pid>" lines from a
// pipe; what is left when the pipe closes is ended, the last one first. Plain JavaScript, so that it starts in milliseconds.
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

const patienceMs = 15_000;
/** @type {Map<number, NodeJS.Signals>} in the order in which they were started */
const guarded = new Map();
let done = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

for await (const line of createInterface({ input: process.stdin })) {
  const [word, pid, signal] = line.split(' ');
  if (word === 'add') guarded.set(Number(pid), /** @type {NodeJS.Signals} */ (signal));
  if (word === 'remove') guarded.delete(Number(pid));
}

for (const [pid, signal] of [...guarded].reverse()) {
  send(pid, signal);
  for (let waited = 0; waited < patienceMs && send(pid, 0); waited += 100) await sleep(100);
  send(pid, 'SIGKILL');
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals | 0} signal
 */
function send(pid, signal) {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
