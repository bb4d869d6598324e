import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settled, signIn, type Person } from '../../bench/nine-commands.ts';
import { startSystem, type RunningSystem } from '../../start/system.ts';
import { requestFor, storyOf } from '../support/stories.ts';
import { heldBy, probeEnv, type Held } from './memory/probe.ts';
import { keep, long, sized } from './proof.ts';

jest.setTimeout(2 * 3_600_000);

const megabyte = 1_048_576;
const mostOf = { worker: 400 * megabyte, api: 250 * megabyte };
/** Of it in heaps, which is the same everywhere; how much is resident beside differs from machine to machine by so much. */
const mostInHeaps = { worker: 150 * megabyte, api: 100 * megabyte };
const elsewhere = long ? 1 : 1.25;
const cases = sized(60, 1_000);
const quarters = 4;
const commands = sized(600, 20_000);
const lanes = 8;

const { requests } = storyOf('C01');
const comment = { action: 'comment', person: 'xltyj-h1', body: { text: '已阅，请按期办理。' } };
/** What is done in every case, one act of all cases after the other; then comments. */
const acts = ['register', 'saveDraft', 'submit', 'passFirstReview', 'signOffSection'].map((action) =>
  requestFor(requests, action),
);

let folder: string;
let system: RunningSystem;
const people = new Map<string, Person>();
const say = (sentence: string) => void process.stderr.write(`memory: ${sentence}\n`);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'memory-'));
  // The database server may run as another user.
  chmodSync(folder, 0o755);
  const env = { ...probeEnv(folder), SANXIANG_COMMAND_SECONDS: '60' };
  system = await startSystem({ profile: 'demo', dataDir: join(folder, 'data'), port: 0, supervise: false, say: () => {}, env }); // prettier-ignore
  const accounts = JSON.parse(readFileSync(join(folder, 'data', 'demo-accounts.json'), 'utf8')) as Record<string, string>[]; // prettier-ignore
  for (const name of new Set([...acts, comment].map(({ person }) => person))) {
    const { password } = accounts.find(({ username }) => username === name)!;
    people.set(name, await signIn(system.url, name, password!));
  }
});
afterAll(async () => {
  await system?.stop();
  rmSync(folder, { recursive: true, force: true });
});

type Measured = Record<keyof typeof mostOf, Held>;

async function measured(): Promise<Measured> {
  const { worker, api } = system.pids();
  return { worker: await heldBy(worker!, folder), api: await heldBy(api!, folder) };
}

/** Sends the commands from one number up to another: the first act of every case, then the second, and so on. */
async function send(ids: string[], from: number, to: number): Promise<void> {
  let next = from;
  const lane = async () => {
    for (let n = next++; n < to; n = next++) {
      const { action, person, body } = acts[Math.floor(n / cases)] ?? comment;
      const path = action === 'register' ? '/api/v1/cases' : `/api/v1/cases/${ids[n % cases]}/actions/${action}`;
      const answer = await settled(people.get(person)!, path, body);
      if (answer.status > 201) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      if (action === 'register') ids[n % cases] = String(answer.body['id']);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

test(`with ${cases} open cases the worker holds 400 MB and the API 250 MB at most, and commands leave nothing behind`, async () => {
  const ids: string[] = [];
  const begun = await measured();
  const after: Measured[] = [];
  for (let quarter = 1; quarter <= quarters; quarter += 1) {
    const from = ((quarter - 1) * commands) / quarters;
    // No command is under way while it is measured, nor an act of a case before the act that it builds on.
    for (let n = from; n < (quarter * commands) / quarters; n += cases) {
      await send(ids, n, Math.min(n + cases, (quarter * commands) / quarters));
    }
    after.push(await measured());
    say(`${(quarter * commands) / quarters} commands: ${inWords(after.at(-1)!)}`);
  }
  const first = after[0]!;
  const third = after.at(-2)!;
  const last = after.at(-1)!;
  for (const part of ['worker', 'api'] as const) {
    const grown = last[part].rss - third[part].rss;
    const most = (of: 'rss' | 'heapUsed') => Math.max(...after.map((one) => one[part][of]));
    const within = [most('heapUsed') <= mostInHeaps[part], most('rss') <= mostOf[part] * elsewhere];
    expect({ part, within }).toEqual({ part, within: [true, true] });
    // A few hundred commands are less than what a heap grows by before it is worth collecting.
    if (long) expect({ part, grownATenth: grown > first[part].rss / 10 }).toEqual({ part, grownATenth: false });
  }
  keep({
    part: 'memory',
    title: '内存 Memory',
    what: 'After a garbage collection in every thread: resident memory (process.memoryUsage().rss) of worker and API while cases are open. Above 400 and 250 MB, or if the last quarter of the commands added more than a tenth of what the first quarter had reached, it would have failed.',
    figures: {
      'open cases': cases,
      commands,
      'before any command': inWords(begun),
      ...Object.fromEntries(after.map((one, n) => [`after ${((n + 1) * commands) / quarters} commands`, inWords(one)])),
    },
  });
});

function inWords({ worker, api }: Measured): string {
  const mb = (bytes: number) => `${Math.round(bytes / megabyte)} MB`;
  return `worker ${mb(worker.rss)} (heap ${mb(worker.heapUsed)}), API ${mb(api.rss)} (heap ${mb(api.heapUsed)})`;
}
