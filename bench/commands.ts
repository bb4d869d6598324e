import { Client, Connection, WithStartWorkflowOperation } from '@temporalio/client';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readStoryFolder } from '../rehearsal/story-folder.ts';
import { startServerProcess } from '../start/server-process.ts';
import { programSettings } from '../start/system-programs.ts';
import { startSystem } from '../start/system.ts';
import { bare, type bareWorkflow } from './bare-workflow.ts';
import { casePayloads } from './case-payloads.ts';
import { cpuMs } from './cpu.ts';
import { nineCommands, signIn, type Person } from './nine-commands.ts';
import { percentile, round, summaryOf, type Run } from './summary.ts';

const commandsPerCase = 9;
const say = (line: string) => console.error(line);
const dataDir = resolve('.sanxiang', `bench-${process.pid}`);
const system = await startSystem({ profile: 'demo', dataDir, port: 0, seed: true, supervise: false, say });
const connection = await Connection.connect({ address: system.temporalAddress });
const client = new Client({ connection, namespace: system.temporalNamespace });
const one = readStoryFolder('demo').cases.find((candidate) => candidate.id === 'C01')!;
const accounts = JSON.parse(readFileSync(join(dataDir, 'demo-accounts.json'), 'utf8')) as Record<string, string>[];
const people = new Map<string, Person>();
for (const name of new Set(one.story.map((step) => step.actor))) {
  const account = accounts.find(({ username }) => username === name);
  people.set(name, await signIn(system.url, name, account!['password']!));
}

let n = 0;
say('warming up');
const first = await nineCommands(people, one, (n += 1), () => undefined);
const payloads = await casePayloads(client, `case:${first}`);
const payloadFile = join(dataDir, 'payloads.json');
writeFileSync(payloadFile, JSON.stringify(payloads));
for (const part of ['command', 'recorded'] as const)
  say(
    `payload bytes, ${part}: ${payloads.map((payload) => Buffer.byteLength(JSON.stringify(payload[part]))).join(', ')}`,
  );
say(`payload bytes, answer: ${payloads.map(({ answered }) => answered).join(', ')}`);
const bareQueue = 'bare';
const bareWorker = await startServerProcess({
  name: 'bare-worker',
  command: process.execPath,
  args: [...programSettings.flags, 'bench/bare-worker.ts'],
  cwd: process.cwd(),
  env: {
    ...process.env,
    ...programSettings.env,
    TEMPORAL_ADDRESS: system.temporalAddress,
    TEMPORAL_NAMESPACE: system.temporalNamespace,
    BARE_TASK_QUEUE: bareQueue,
    BARE_PAYLOADS: payloadFile,
  },
  logFile: join(dataDir, 'bare-worker.log'),
});

await ours(10, 120);
await limit(10, 120);

const runs: Run[] = [];
const chosen = process.argv[2] ? process.argv[2].split(',').map(Number) : [1, 10, 40];
const casesAt: Record<number, number> = { 1: 25, 10: 80, 40: 120 };
for (const concurrency of chosen) {
  const cases = casesAt[concurrency] ?? concurrency * 8;
  for (let turn = 0; turn < 2; turn += 1) {
    runs.push(await measured('ours', concurrency, cases, ours), await measured('limit', concurrency, cases, limit));
  }
}

await connection.close();
await bareWorker.stop();
await system.stop();
rmSync(dataDir, { recursive: true, force: true });
console.table(runs.map(({ times: _times, cpu: _cpu, ...row }) => row));
console.log(JSON.stringify(summaryOf(runs)));

/** `cases` cases, `concurrency` at a time; answers every command's milliseconds. */
async function side(concurrency: number, cases: number, play: () => Promise<number[]>): Promise<number[]> {
  let left = cases;
  const lanes = Array.from({ length: concurrency }, async () => {
    const times: number[] = [];
    while (left > 0) {
      left -= 1;
      times.push(...(await play()));
    }
    return times;
  });
  return (await Promise.all(lanes)).flat();
}

async function ours(concurrency: number, cases: number): Promise<number[]> {
  return side(concurrency, cases, async () => {
    const times: number[] = [];
    await nineCommands(people, one, (n += 1), (ms) => times.push(ms));
    return times;
  });
}

async function limit(concurrency: number, cases: number): Promise<number[]> {
  return side(concurrency, cases, async () => {
    const workflowId = `bare:${(n += 1)}`;
    const times: number[] = [];
    for (const [index, { command }] of payloads.entries()) {
      const began = performance.now();
      const args: [object] = [command];
      if (index > 0) await client.workflow.getHandle(workflowId).executeUpdate(bare, { args });
      else {
        const startWorkflowOperation = new WithStartWorkflowOperation<typeof bareWorkflow>('bareWorkflow', {
          workflowId,
          taskQueue: bareQueue,
          args: [payloads.map(({ answered }) => answered)],
          workflowIdConflictPolicy: 'USE_EXISTING',
        });
        await client.workflow.executeUpdateWithStart(bare, { args, startWorkflowOperation });
      }
      times.push(performance.now() - began);
    }
    return times;
  });
}

function cpuNow(): Record<string, number> {
  const { api = 0, worker = 0, temporal = 0, postgres = 0 } = system.pids();
  return {
    api: cpuMs(api),
    worker: cpuMs(worker),
    temporal: cpuMs(temporal),
    postgres: cpuMs(postgres),
    client: cpuMs(process.pid, false),
    bareWorker: cpuMs(bareWorker.pid),
  };
}

async function measured(
  what: Run['what'],
  concurrency: number,
  cases: number,
  play: (concurrency: number, cases: number) => Promise<number[]>,
): Promise<Run> {
  const before = cpuNow();
  const began = performance.now();
  const times = await play(concurrency, cases);
  const seconds = (performance.now() - began) / 1000;
  const after = cpuNow();
  const commands = cases * commandsPerCase;
  const cpu = Object.fromEntries(Object.keys(before).map((key) => [key, (after[key]! - before[key]!) / commands]));
  const run = {
    what,
    concurrency,
    commands,
    perSecond: round(commands / seconds),
    p50: round(percentile(times, 0.5)),
    p95: round(percentile(times, 0.95)),
    cpuMs: round(Object.values(cpu).reduce((sum, ms) => sum + ms, 0)),
    times,
    cpu,
  };
  say(
    `${what} at ${concurrency}: ${run.perSecond}/s, p50 ${run.p50} ms, p95 ${run.p95} ms, cpu ${run.cpuMs} ms a command`,
  );
  return run;
}
