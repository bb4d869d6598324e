import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CaseEvent } from '../../domain/command.ts';
import { beginnings, groupsOf, moves, walked } from './wandering.ts';

// PROCESS_RUNS and PROCESS_SEED ask for more runs, or for the same ones again.
const numRuns = Number(process.env['PROCESS_RUNS'] ?? 2_000);
const seed = Number(process.env['PROCESS_SEED'] ?? Date.now() % 2_147_483_647);
const reached = new Map<string, number>();

const afterTheEnd = [
  'amendDecision',
  'annulDecision',
  'correctPublication',
  'withdrawPublication',
  'openSupervision',
  'replySupervision',
  'closeSupervision',
];
const changes = ({ type, input }: CaseEvent) =>
  type === 'saveDraft' ||
  type === 'recordHearing' ||
  (type === 'addRecord' && input.record?.isEvidence === true) ||
  (type === 'recordAnswer' && input.answer?.kind === 'statement');

/** The opinion on which a decision rests: the last one signed before it, reckoned from the events alone. */
function checkDecisions(events: CaseEvent[]): void {
  for (const [index, event] of events.entries()) {
    if (event.type !== 'issueDecision') continue;
    const before = events.slice(0, index);
    const signed = before.findLastIndex(({ type }) => type === 'approveOpinion');
    const given = before.slice(0, signed).findLastIndex(({ type }) => type === 'giveOpinion');
    expect(before[given]?.input.verdict).toBe('agree');
    expect(before[given]?.reviewedHash).toBe(event.reviewedHash);
    expect(before.slice(given + 1).filter(changes)).toEqual([]);
    expect(before[given]?.actor).not.toBe(before[signed]?.actor);
    expect(before.slice(signed).some(({ type }) => type === 'approveAsLeader' || type === 'recordMeeting')).toBe(true);
    expect(before.slice(signed).some(({ type }) => type === 'amendDecision' || type === 'annulDecision')).toBe(false);
  }
}

function checkGroups(events: CaseEvent[]): void {
  const groups = Object.entries(groupsOf(events));
  for (const [left, persons] of groups) {
    for (const [right, others] of groups) {
      if (left < right)
        expect({ left, right, both: [...persons].filter((person) => others.has(person)) }).toEqual({
          left,
          right,
          both: [],
        });
    }
  }
  const chairs = events.filter(({ type }) => type === 'recordHearing').map(({ actor }) => actor);
  expect(chairs.filter((chair) => groupsOf(events)['handlers']?.has(chair))).toEqual([]);
}

function checkEveryEvent(events: CaseEvent[]): void {
  const recused = new Set<string>();
  for (const [index, event] of events.entries()) {
    const before = events[index - 1]?.stage;
    const ended = before === 'archived' || before === 'terminated' || before === 'transferred';
    if (ended && event.actor !== 'system') expect(afterTheEnd).toContain(event.type);
    expect(recused.has(event.actor)).toBe(false);
    if (event.type === 'recuse' && event.input.person) recused.add(event.input.person);
    if (event.actor === 'system') expect(event.stage).toBe(before);
    expect(event.holder.some((person) => recused.has(person))).toBe(false);
    reached.set(event.type, (reached.get(event.type) ?? 0) + 1);
  }
}

describe(`cases that wander, ${numRuns} of them, seed ${seed}`, () => {
  afterAll(() => {
    if (process.env['PROCESS_SHOW'])
      process.stdout.write(`${JSON.stringify([...reached].toSorted((a, b) => b[1] - a[1]))}\n`);
  });

  test('never decide without a pass for exactly what was reviewed, never join two duties, and stay shut when they have ended', () => {
    fc.assert(
      fc.property(beginnings, moves, (start, way) => {
        const { state, events } = walked(start, way);
        checkDecisions(events);
        checkGroups(events);
        checkEveryEvent(events);
        if (state.decision) expect(state.pass?.hash).toBe(state.decision.hash);
        if (state.stage === 'issuing') expect(state.pass).not.toBeNull();
        expect(new Set(state.clocks.map(({ name }) => name)).size).toBe(state.clocks.length);
        expect(state.clocks.filter(({ name, dueAt }) => name === 'stage' && dueAt === null)).toEqual([]);
      }),
      { numRuns, seed },
    );
  }, 120_000);

  test('get everywhere, so that the above says something', () => {
    const often = [
      'issueDecision',
      'approveAsLeader',
      'recordMeeting',
      'giveOpinion',
      'recuse',
      'reassign',
      'amendDecision',
      'advise',
      'supplement',
      'object',
      'resume',
      'recordHearing',
      'archive',
    ];
    if (numRuns >= 2_000) expect(often.filter((type) => (reached.get(type) ?? 0) < 5)).toEqual([]);
  });
});
