import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readStoryFolder } from '../rehearsal/story-folder.ts';
import { readWorkflowSettings, type WorkflowSettings } from '../config.ts';
import { rebuildWorkflows } from '../rebuild/workflows.ts';
import type { RunningSystem } from '../start/system.ts';
import type { Say } from '../start/wait.ts';
import { openCommandLog, readCommandLog } from './command-log.ts';
import { compare } from './compare.ts';
import { readDatabase } from './database-record.ts';
import { faultSchedule, parts } from './fault-schedule.ts';
import { startFaultySystem, type FaultySystem } from './faulty-system.ts';
import { createHttpClient } from './http-client.ts';
import { inject, type Injected, type Pace } from './inject.ts';
import { playCases } from './play.ts';
import { createProgress, type Progress } from './progress.ts';
import { checked, recovered } from './recover.ts';
import { openRunFolder, type RunFolder } from './run-folder.ts';

export interface Run {
  minutes: number;
  seed: number;
  /** Kept when it was asked for; else a folder of its own is made, and removed unless faults were found. */
  folder?: string;
  say: Say;
  signal?: AbortSignal;
}

export interface Outcome {
  seed: number;
  minutes: number;
  commands: number;
  acknowledged: number;
  refused: number;
  unknown: number;
  kills: Record<string, number>;
  cuts: number;
  longestStallMs: number;
  longestCommandMs: number;
  faultsFound: number;
  /** Each of them, as a sentence. */
  faults: string[];
}

const clients = 20;
const everyMs = 5_000;
/** For the last answers after the last fault. */
const graceMs = 60_000;

/** Plays cases on a system of its own while parts of it are killed and connections cut, and compares what is left. */
export async function runFaults(run: Run): Promise<Outcome> {
  const { say, signal, seed, minutes } = run;
  const folder = openRunFolder(run.folder, seed);
  let outcome: Outcome | undefined;
  const faulty = await startFaultySystem(join(folder.path, 'system'), say, signal);
  try {
    const progress = createProgress();
    const injected: Injected = { kills: Object.fromEntries(parts.map((part) => [part, 0])), cuts: 0 };
    await play(run, folder, faulty, progress, injected);
    signal?.throwIfAborted();
    const { acknowledged, refused, unknown } = progress.counts;
    const commands = acknowledged + refused + unknown;
    const longest = { longestStallMs: progress.longestStallMs(), longestCommandMs: progress.longestCommandMs() };
    const faults = await judge(faulty, folder.log, say);
    const counted = { seed, minutes, commands, acknowledged, refused, unknown, ...injected, ...longest };
    return (outcome = { ...counted, faultsFound: faults.length, faults });
  } finally {
    await faulty.stop();
    if (!run.folder && outcome?.faultsFound === 0) rmSync(folder.path, { recursive: true, force: true });
    else say(`留存于 · kept in ${folder.path}`);
  }
}

async function play(
  { seed, minutes, say, signal }: Run,
  folder: RunFolder,
  faulty: FaultySystem,
  progress: Progress,
  injected: Injected,
): Promise<void> {
  const schedule = faultSchedule(seed, minutes);
  const began = Date.now();
  const pace: Pace = { acknowledged: () => progress.counts.acknowledged, putOff: 0, logFile: folder.faultLog, signal };
  const end = () => began + minutes * 60_000 + pace.putOff;
  const halted = () => signal?.aborted === true;
  const over = () => halted() || Date.now() > end();
  const playing = {
    stories: readStoryFolder('demo').cases,
    seed,
    run: folder.number,
    http: createHttpClient(faulty.url, faulty.passwords),
    log: openCommandLog(folder.log),
    settled: progress.settled,
    over,
    gaveUp: () => halted() || Date.now() > end() + graceMs,
  };
  say(`开始，${clients} 个客户端，${schedule.length} 次故障 · ${clients} clients, ${schedule.length} faults to come`);
  const timer = setInterval(() => say(`${left(end())} ${lineOf(progress, injected)}`), everyMs);
  try {
    const players = Array.from({ length: clients }, (_, client) => playCases(client + 1, playing));
    await Promise.all([inject(schedule, faulty, injected, pace), ...players]);
  } finally {
    clearInterval(timer);
  }
}

async function judge(faulty: FaultySystem, logFile: string, say: Say): Promise<string[]> {
  say('故障结束，等待恢复 · no more faults, waiting until everything works again');
  await recovered(faulty.system, say);
  // As whoever runs the system does when Temporal was killed: it may have lost what it was told last.
  await rebuildWorkflows(faulty.system.databaseOwnerUrl, settingsOf(faulty.system), { say });
  const { table } = await checked(faulty.system, say);
  if (table) say(table);
  const disagreements = compare(readCommandLog(logFile), await readDatabase(faulty.system.databaseOwnerUrl));
  return [...(table ? ['核对发现问题 · the checker is not silent'] : []), ...disagreements];
}

function settingsOf({ temporalAddress, temporalNamespace, taskQueue }: RunningSystem): WorkflowSettings {
  return readWorkflowSettings({
    SANXIANG_PROFILE: 'demo',
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: temporalNamespace,
    SANXIANG_TASK_QUEUE: taskQueue,
  });
}

function left(end: number): string {
  const seconds = Math.max(0, Math.round((end - Date.now()) / 1000));
  return `余 ${seconds} 秒 · ${seconds} s left:`;
}

function lineOf({ counts }: Progress, { kills, cuts }: Injected): string {
  const { acknowledged, refused, unknown } = counts;
  const killed = Object.entries(kills).map(([part, times]) => `${part} ${times}`);
  return `acknowledged ${acknowledged}, refused ${refused}, unknown ${unknown}; killed ${killed.join(', ')}; cut ${cuts}`;
}
