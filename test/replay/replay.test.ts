import { describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { wordsOf } from '../support/records.ts';
import { storyOf } from '../support/stories.ts';

const folder = new URL('histories/', import.meta.url);
const names = readdirSync(folder);
const every = (result: string) => Object.fromEntries(names.map((name) => [name, result]));

async function replayAgainst(workflows: string): Promise<unknown> {
  const args = ['--import', 'tsx', 'test/replay/replay-all.ts', workflows];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: { ...process.env, NODE_OPTIONS: '' } });
  return JSON.parse(stdout.trim().split('\n').at(-1)!);
}

describe('histories of cases that were begun before', () => {
  test('go on under the workflow as it is now', async () => {
    expect(names).toEqual(['overdue-and-refused.json', 'straight-pass.json', 'summary.json']);
    expect(await replayAgainst('workflows/index.ts')).toEqual(every('replayed'));
  }, 60_000);

  test('would be noticed to break under a workflow that does things in another order', async () => {
    expect(await replayAgainst('test/replay/other-order.ts')).toEqual(every('DeterminismViolationError'));
  }, 60_000);

  test.each(names)('%s holds no names and no words', (name) => {
    const text = payloadsIn(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))).join('\n');
    expect(text).toContain('"actor":"');
    const words = ['C01', 'C05'].flatMap((id) => wordsOf(storyOf(id).requests));
    expect(words.filter((word) => text.includes(word))).toEqual([]);
  });
});

/** Every payload of a history, decoded from base64. */
function payloadsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(payloadsIn);
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? [value] : [];
  return Object.entries(value).flatMap(([key, entry]) =>
    key === 'data' && typeof entry === 'string' ? [Buffer.from(entry, 'base64').toString('utf8')] : payloadsIn(entry),
  );
}
