// The product's worker with one difference, at the activities' seam: the first time a command named in the plan (a file
// that the test changes) is recorded, it is stopped there, loses the answer or is delivered again. It prints each of them.
import type { RecordRequest } from '../../workflows/messages.ts';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { NativeConnection, Worker } from '@temporalio/worker';
import { createActivities, type Activities } from '../../activities/index.ts';
import { readConfig } from '../../config.ts';
import { openDatabase } from '../../prisma/client.ts';
import { openPool } from '../../prisma/pool.ts';
import { planFile, reached, type Plan, type Trouble } from './crash-plan.ts';

const folder = process.argv[2]!;
const config = readConfig(process.env);
const activities = createActivities({
  database: openDatabase(config.databaseUrl, config.poolSize),
  pool: openPool(config.databaseUrl, config.poolSize),
});
const troubled = new Set<string>();
const troubleOf = (id: string) => (JSON.parse(readFileSync(planFile(folder), 'utf8')) as Plan)[id];

const record: Activities['record'] = async (request) => {
  const id = commandOf(request);
  const trouble = troubleOf(id);
  if (!trouble || troubled.has(id)) return activities.record(request);
  // Whoever is held is held as often as it is tried, until the plan lets it go.
  if (trouble !== 'heldBefore' && trouble !== 'heldAfter') troubled.add(id);
  return inTrouble[trouble](request);
};

const inTrouble: Record<Trouble, Activities['record']> = {
  async heldBefore(request) {
    await held(commandOf(request));
    return activities.record(request);
  },
  async heldAfter(request) {
    const recorded = await activities.record(request);
    await held(commandOf(request));
    return recorded;
  },
  async losesAnswer(request) {
    await activities.record(request);
    say(commandOf(request));
    throw new Error('the answer was lost');
  },
  /** Longer than a local activity may take, so that it is given up and tried again. */
  async hangs(request) {
    const recorded = await activities.record(request);
    say(commandOf(request));
    await sleep(6_000);
    return recorded;
  },
  /** At once, and once more when the first two are answered; the workflow is told what the last one says. */
  async twice(request) {
    await Promise.all([activities.record(request), activities.record(request)]);
    say(commandOf(request));
    return activities.record(request);
  },
};

async function held(id: string): Promise<void> {
  say(id);
  while (troubleOf(id)) await sleep(20);
}

function say(id: string): void {
  process.stdout.write(`${reached(id)}\n`);
}

const worker = await Worker.create({
  connection: await NativeConnection.connect({ address: config.temporal.address }),
  taskQueue: config.temporal.taskQueue,
  activities: { ...activities, record },
  workflowBundle: { codePath: config.workflowBundle! },
});
process.once('SIGTERM', () => worker.shutdown());
process.stdout.write('worker ready\n');
await worker.run();
process.exit(0);

function commandOf(request: RecordRequest): string {
  if ('asOf' in request) return '';
  return 'decided' in request ? request.decided.commandId : request.command.id;
}
