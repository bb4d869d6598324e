import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from './fault-schedule.ts';
import type { FaultySystem } from './faulty-system.ts';

export interface Injected {
  kills: Record<string, number>;
  cuts: number;
}

/** Does each fault at its moment, counted from now, and logs it; comes back when the last of them is over. */
export async function inject(
  schedule: Fault[],
  { system, proxies }: FaultySystem,
  injected: Injected,
  logFile: string,
  signal?: AbortSignal,
): Promise<void> {
  const began = Date.now();
  const cuts: Promise<void>[] = [];
  for (const fault of schedule) {
    await sleep(fault.at - (Date.now() - began), undefined, { signal }).catch(() => {});
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
