import { setTimeout as sleep } from 'node:timers/promises';
import { checkSystem } from '../check/check-system.ts';
import { tableOf, type Report } from '../check/report.ts';
import { openWorkflows } from '../check/temporal-workflows.ts';
import { evidenceFolder } from '../evidence/folder.ts';
import type { RunningSystem } from '../start/system.ts';
import { waitFor, type Say } from '../start/wait.ts';

const patienceMs = 60_000;

/** Waits until the system answers again. @throws when it does not within two minutes */
export async function recovered({ port }: RunningSystem, say: Say): Promise<void> {
  const isReady = async () =>
    (await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(5_000) })).ok || undefined;
  await waitFor(isReady, { what: '系统恢复 recovery', timeoutMs: 120_000, everyMs: 500, say });
}

/**
 * The checker's report, and null when everything holds. A workflow whose worker died has its task given to another one within
 * seconds, so that what does not hold at once is looked at again until a minute has passed.
 */
export async function checked(system: RunningSystem, say: Say): Promise<{ report: Report; table: string | null }> {
  const began = Date.now();
  for (;;) {
    const workflows = await openWorkflows(system.temporalAddress, system.temporalNamespace);
    try {
      const report = await checkSystem(system.databaseOwnerUrl, {
        workflows,
        evidence: evidenceFolder(system.dataDir),
      });
      const holds = report.holds && workflows !== null;
      if (holds) say(`核对无误 · the checker is silent after ${Math.round((Date.now() - began) / 1000)} s`);
      if (holds || Date.now() - began > patienceMs) return { report, table: holds ? null : tableOf(report) };
    } finally {
      await workflows?.close();
    }
    await sleep(3_000);
  }
}
