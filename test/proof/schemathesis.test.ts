import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSystem, type RunningSystem } from '../../start/system.ts';
import { keep, long, seed, sized } from './proof.ts';
import { installSchemathesis } from './schemathesis/install.ts';
import { checks, send, type Told } from './schemathesis/run.ts';
import { callSeats, type Seat } from './schemathesis/seats.ts';

jest.setTimeout(3 * 3_600_000);

const { program, missing } = installSchemathesis();
const wanted = sized(300, 10_000);
const say = (sentence: string) => void process.stderr.write(`schemathesis: ${sentence}\n`);

/** In the long run the boundaries of every field first, then made-up requests before fresh cases, again and again. */
const rounds = long
  ? [{ phases: 'coverage', examples: 1 }, ...Array.from({ length: 4 }, () => ({ phases: 'fuzzing', examples: 8 }))]
  : [{ phases: 'fuzzing', examples: 2 }];

const suite = missing ? describe.skip : describe;

suite(`the running system, asked by Schemathesis${missing ? ` (skipped: ${missing})` : ''}`, () => {
  let folder: string;
  let system: RunningSystem;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'schemathesis-'));
    // The database server may run as another user.
    chmodSync(folder, 0o755);
    const dataDir = join(folder, 'data');
    // A case that is being prepared must not be answered with 202 on a busy machine.
    const env = { SANXIANG_COMMAND_SECONDS: '30' };
    system = await startSystem({ profile: 'demo', dataDir, port: 0, supervise: false, say: () => {}, env });
  });
  afterAll(async () => {
    await system?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('answers as its description says, whoever asks for whatever, and never with an error of its own', async () => {
    say(`seed ${seed}`);
    const operations = await describedOperations(system.url);
    const seats = await callSeats(system, operations);
    const told: Told[] = [];
    const found: string[] = [];
    for (const [round, how] of rounds.entries()) {
      const reports = await inTwos(await seats(seed + round), (seat) =>
        send({ program: program!, url: system.url, seat, folder: join(folder, `${round}-${seat.name}`), ...how }),
      );
      told.push(...reports.flatMap((report) => report.told));
      found.push(...reports.map((report) => report.found).filter(Boolean));
      say(`${told.length} requests: ${JSON.stringify(sharesOf(told))}`);
    }
    if (long) say(`by operation\n${tableOf(told)}`);
    expect(found.join('\n')).toBe('');
    expect(told.filter(({ status }) => status >= 500)).toEqual([]);

    const reached = (status: number) => operationsWith(told, status).size;
    const figures = {
      requests: told.length,
      operations: operationsWith(told, null).size,
      'operations that did what was asked (2xx)': reached(2),
      'requests by status': JSON.stringify(sharesOf(told)),
    };
    say(JSON.stringify(figures));
    expect(told.length).toBeGreaterThanOrEqual(wanted);
    expect(operationsWith(told, null).size).toBe(operations.length);
    expect(reached(2)).toBeGreaterThanOrEqual(sized(15, 70));
    expect(told.filter(({ status }) => status === 404).length).toBeLessThan(told.length / 10);
    keep({
      part: 'described-answers',
      title: '接口所答如其所述 Answers as described',
      what: `Schemathesis sent requests of three roles, good and broken, to a running system. A 5xx, or an answer with a status, content type or body that the OpenAPI document does not describe, would have failed it (${checks.join(', ')}).`,
      figures,
    });
  });
});

/** It answers for as long as somebody listens. */
const endless = '/api/v1/notifications/stream';

async function describedOperations(url: string): Promise<string[]> {
  const answer = await fetch(`${url}/api/v1/openapi.json`);
  const { paths } = (await answer.json()) as { paths: Record<string, object> };
  const asked = Object.entries(paths).filter(([path]) => path !== endless);
  return asked.flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
}

/** Two at a time: one waits for answers while the other makes up requests. */
async function inTwos<Result>(seats: Seat[], work: (seat: Seat) => Promise<Result>): Promise<Result[]> {
  const left = [...seats];
  const results: Result[] = [];
  const lane = async () => {
    for (let seat = left.shift(); seat; seat = left.shift()) results.push(await work(seat));
  };
  await Promise.all([lane(), lane()]);
  return results;
}

/** Operations answered with this hundred of statuses, or at all. */
function operationsWith(told: Told[], hundred: number | null): Set<string> {
  const those = told.filter(({ status }) => hundred === null || Math.floor(status / 100) === hundred);
  return new Set(those.map(({ operation }) => operation));
}

function sharesOf(told: Told[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of told) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

function tableOf(told: Told[]): string {
  const lines = [...operationsWith(told, null)].map((name) => {
    const shares = sharesOf(told.filter(({ operation }) => operation === name));
    return `${name} ${JSON.stringify(shares)}`;
  });
  return lines.join('\n');
}
