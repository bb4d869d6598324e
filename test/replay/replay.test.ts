import { beforeAll, describe, expect, test } from '@jest/globals';
import { hostname } from 'node:os';
import { readdirSync } from 'node:fs';
import { actions, systemEvents } from '../../domain/process.ts';
import { readStoryFolder } from '../../rehearsal/story-folder.ts';
import { wordsOf } from '../support/records.ts';
import { storyOf } from '../support/stories.ts';
import { clockOf, clocksThatFire, eventsIn, traceOf } from './coverage.ts';
import { journeysIn } from './journeys.ts';
import { keptHistories, payloadsOf } from './kept-histories.ts';
import { replayed, type Results } from './replayed.ts';

const histories = keptHistories();
const names = [...histories.keys()];
const events = eventsIn(histories.values());
const changes = readdirSync('test/replay/changes').map((file) => `test/replay/changes/${file}`);
/** Changes that histories bear: of nothing, and of the law, since what was decided is in the history. */
const bearable = ['nothing', 'decides-otherwise', 'rule-made-stricter'].map((name) => `test/replay/changes/${name}.ts`);

/** What is wanted and not there, each as a sentence that says how to get it. */
function missing(wanted: string[], there: Iterable<string>): string[] {
  const found = new Set(there);
  return wanted
    .filter((one) => !found.has(one))
    .map((one) => `no history has '${one}': give it a step in test/replay/journeys.ts, then npm run record-histories`);
}

describe('histories of cases that were begun before', () => {
  let results: Results;

  beforeAll(async () => {
    results = await replayed(['workflows/index.ts', ...changes]);
  }, 240_000);

  const broken = (module: string) => names.filter((name) => results[module]![name] !== 'replayed');

  test.each(names)('%s goes on under the workflow as it is now', (name) => {
    expect(results['workflows/index.ts']![name]).toBe('replayed');
  });

  test.each(bearable)('%s breaks none of them', (module) => {
    expect(broken(module)).toEqual([]);
  });

  test.each(changes.filter((module) => !bearable.includes(module)))('%s would be noticed', (module) => {
    const errors = broken(module).map((name) => results[module]![name]);
    expect(errors).toContain('DeterminismViolationError');
  });

  test('a case that no longer asks what it missed is noticed in the history of a lost command', () => {
    expect(broken('test/replay/changes/activity-removed.ts')).toContain('lost-then-the-next-person');
  });
});

describe('together the histories have', () => {
  test('every action of the process and every event of the clock', () => {
    const wanted = [...Object.keys(actions), ...Object.keys(systemEvents)];
    expect(missing(wanted, events.map(({ type }) => type))).toEqual([]); // prettier-ignore
  });

  test('every clock that can wake a case, and that of every stage with a limit', () => {
    const fired = events.filter(({ type }) => type in systemEvents).map(clockOf);
    expect(missing(clocksThatFire(), fired)).toEqual([]);
  });

  test('every command that the workflow gives, every message it takes, every activity it asks for', () => {
    const wanted = [
      'update act', 'update advance', 'update catchUpWith', 'signal seeOrganisation', 'signal recalculate', 'an update refused after it was let in', 'local activity record', 'local activity missedEvents',
      'activity record', 'ACTIVITY_TASK_COMPLETED', 'TIMER_STARTED', 'TIMER_FIRED', 'TIMER_CANCELED', 'UPSERT_WORKFLOW_SEARCH_ATTRIBUTES',
      'WORKFLOW_EXECUTION_CONTINUED_AS_NEW', 'WORKFLOW_EXECUTION_COMPLETED',
    ]; // prettier-ignore
    expect(missing(wanted, traceOf(histories.values()))).toEqual([]);
  });

  test('every answer that recording gives', () => {
    const answers = [...histories.values()].flatMap((history) => payloadsOf(history.events));
    const kinds = answers.map((answer) => String((answer as { kind?: string } | null)?.kind));
    expect(missing(['recorded', 'already', 'refused', 'behind'], kinds)).toEqual([]);
  });
});

describe('no history holds', () => {
  const texts = [...histories].map(([name, { events: kept }]) => [name, JSON.stringify(payloadsOf(kept))] as const);
  const holding = (words: string[]) =>
    texts.flatMap(([name, text]) => words.filter((word) => text.includes(word)).map((word) => `${name}: ${word}`));

  test('names or words of the cases', () => {
    const stories = readStoryFolder('demo').cases.map(({ id }) => storyOf(id).requests);
    const told = [...stories, ...Object.values(journeysIn(0))];
    const codes = told.flat().flatMap(({ body }) => [body['documentNo'], body['opinionNo'], body['materials']].flat());
    const inACode = (word: string) => codes.some((code) => String(code).includes(word));
    const words = [...new Set(told.flatMap(wordsOf))].filter((word) => !inACode(word));
    expect(words.length).toBeGreaterThan(1_000);
    const empty = texts.filter(([, text]) => !text.includes('"actor":"')).map(([name]) => name);
    expect(empty).toEqual(['filing-refused']);
    expect(holding(words)).toEqual([]);
  });

  test('Chinese but in the fields for numbers of documents and names of materials', () => {
    const fields = [...histories.values()].flatMap((history) => payloadsOf(history.events).flatMap(chineseFields));
    const codes = [
      'addedMaterials',
      'documentNo',
      'field',
      'given',
      'materials',
      'next',
      'opinionNo',
      'requiredMaterials',
    ];
    expect([...new Set(fields)].sort()).toEqual(codes);
  });

  test('the machine on which it was recorded', () => {
    expect(holding([process.cwd(), hostname()])).toEqual([]);
  });
});

/** The names of the fields that hold Chinese; a list's is that of its entries. */
function chineseFields(value: unknown, name: unknown = ''): string[] {
  if (typeof value === 'string') return /[\u4e00-\u9fff]/.test(value) ? [String(name)] : [];
  if (Array.isArray(value)) return value.flatMap((entry) => chineseFields(entry, name));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => chineseFields(entry, key));
}
