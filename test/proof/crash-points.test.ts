import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { actions, type Action } from '../../domain/process.ts';
import { crashPoints } from './crash-points.ts';
import { rowsOf, type Row } from './crash-rows.ts';
import { lawful, refusedByLaw, refusedByRecord, withoutJourney, type Subject } from './crash-subjects.ts';
import { createCrashSystem, type CrashSystem } from './crash-system.ts';
import { keep, long } from './proof.ts';

/** What they write differs most: a filing, a draft, an opinion, the review row, the decision, the publication. */
const different: Action[] = ['register', 'saveDraft', 'giveOpinion', 'approveOpinion', 'issueDecision', 'publish'];
const inPlay = long ? (Object.keys(actions) as Action[]) : different;
/** So many commands meet one crash together. */
const together = 8;

jest.setTimeout(600_000);
const begun = Date.now();
const rows: Row[] = [];
let system: CrashSystem;

beforeAll(async () => {
  system = await createCrashSystem();
});
afterAll(async () => {
  await system?.close();
});

test('every action of the process is taken by some journey, so that it can meet a crash', () => {
  expect(withoutJourney()).toEqual([]);
});

describe.each(crashPoints.map((point, n) => ({ point, n })))('$point.name', ({ point, n }) => {
  const of: Row[] = [];

  test.each(crashesOf(n))('%s: on record exactly once, or refused and not at all', async (_names, subjects) => {
    const hit = await rowsOf(system, point, subjects);
    of.push(...hit);
    rows.push(...hit);
    const seconds = Math.round((Date.now() - begun) / 1000);
    process.stdout.write(`${seconds} s  ${point.name}\n${hit.map(({ sentence }) => `    ${sentence}\n`).join('')}`);
    expect(hit.filter(({ problems }) => problems.length > 0).map(({ sentence }) => sentence)).toEqual([]);
  });

  test('afterwards the consistency checker is silent, Temporal included', async () => {
    expect(of.length).toBe(inPlay.length + 2);
    expect(await system.breaches()).toEqual([]);
  });
});

test('every command met every crash point', () => {
  expect(rows.filter(({ problems }) => problems.length === 0).length).toBe(crashPoints.length * (inPlay.length + 2));
  const count = (is: (row: Row) => boolean) => rows.filter(is).length;
  keep({
    part: 'crash-points',
    title: '崩溃点 Crash points',
    what: 'Every command of the process meets a crash at every point between its request and its answer; an event lost, doubled or out of nothing, another answer to the same key, a next command that does not work, or a word of the checker would have failed it.',
    figures: {
      'crash points': crashPoints.length,
      'commands of the process': inPlay.length,
      rows: rows.length,
      acknowledged: count(({ said }) => said === 'acknowledged'),
      'unknown to their sender': count(({ said }) => said === 'unknown'),
      'unknown, and on record before anybody asked again': count(
        ({ said, found }) => said === 'unknown' && found === 1,
      ),
      'recovered exactly once': count(({ subject, problems }) => !subject.refused && problems.length === 0),
      'refused, and without a trace but the refusal': count(
        ({ subject, problems }) => Boolean(subject.refused) && problems.length === 0,
      ),
      'longest recovery, s': (Math.max(0, ...rows.map(({ recovered }) => recovered)) / 1000).toFixed(1),
    },
  });
});

/** The commands of this crash point, some together, each with a place of its own. */
function crashesOf(n: number): [string, Subject[]][] {
  const place = (index: number) => [n + 1, index + 1];
  const subjects = [
    ...inPlay.map((action, index) => lawful(action, place(index))),
    refusedByRecord(place(inPlay.length)),
    refusedByLaw(place(inPlay.length + 1)),
  ];
  const groups = Array.from({ length: Math.ceil(subjects.length / together) }, (_, group) =>
    subjects.slice(group * together, (group + 1) * together),
  );
  return groups.map((group) => [group.map(({ name }) => name).join(', '), group]);
}
