import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from './fault-schedule.ts';
import type { FaultySystem } from './faulty-system.ts';

export interface Injected {
  kills: Record<string, number>;
  cuts: number;
}

/** How the run goes on while faults are injected. */
export interface Pace {
  /** How many commands have been acknowledged by now. */
  acknowledged(): number;
  /** Milliseconds by which the schedule was put off, added to by inject(). */
  putOff: number;
  logFile: string;
  signal?: AbortSignal;
}

const longestWaitMs = 4_000;

/**
 * Does each fault at its moment, counted from now, and logs it; comes back when the last of them is over. On a slow machine
 * a kill waits for an acknowledgement since the one before, and all that follow with it: else nothing would ever be at work.
 */
export async function inject(
  schedule: Fault[],
  { system, proxies }: FaultySystem,
  injected: Injected,
  pace: Pace,
): Promise<void> {
  const { logFile, signal } = pace;
  const began = Date.now();
  let before = -1;
  const cuts: Promise<void>[] = [];
  for (const fault of schedule) {
    await sleep(fault.at + pace.putOff - (Date.now() - began), undefined, { signal }).catch(() => {});
    if (fault.kind === 'kill') {
      const waits = Date.now();
      while (pace.acknowledged() <= before && Date.now() - waits < longestWaitMs && !signal?.aborted) await sleep(100);
      pace.putOff += Date.now() - waits;
      before = pace.acknowledged();
    }
    if (signal?.aborted) break;
    appendFileSync(logFile, `${JSON.stringify({ ...fault, at: Date.now() })}\n`);
    if (fault.kind === 'kill') {
      if (killed(system.parts[fault.part]?.pid())) injected.kills[fault.part] = (injected.kills[fault.part] ?? 0) + 1;
    } else {
      cuts.push(proxies[fault.link].cut(fault.how, fault.lasts));
      injected.cuts += 1;
    }
  }
  await Promise.all(cuts);
}

/** False where it is dead already and starts again at this moment. */
function killed(pid: number | undefined): boolean {
  try {
    return pid !== undefined && process.kill(pid, 'SIGKILL');
  } catch {
    return false;
  }
}
