import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CaseEvent } from '../../domain/command.ts';
import { answerFaults, changesWhatWasReviewed, gateFaults } from './gate-oracle.ts';
import { beginnings, moves, walked, type Walk } from './gate-walk.ts';
import { keep, seed, sized } from './proof.ts';

const sequences = sized(5_000, 200_000);
const often = [
  'giveOpinion',
  'approveOpinion',
  'advise',
  'supplement',
  'object',
  'second round',
  'third round',
  'approveAsLeader',
  'recordMeeting',
  'issueDecision',
  'publish',
  'archive',
  'amendDecision',
  'annulDecision',
  'recuse',
  'reassign',
  'recordHearing',
  'resume',
  'change after the pass',
  'statement after the pass',
  'refused gate.noPass',
  'refused gate.contentChanged',
];
const seldom = ['decided again', 'concludeCoordination'];

const reached = new Map<string, number>();
const refusals = new Map<string, number>();
/** Figures are kept of a proof that held, of no other. */
let held = false;
let steps = 0;
let accepted = 0;

function count(counts: Map<string, number>, name: string, more = 1): void {
  counts.set(name, (counts.get(name) ?? 0) + more);
}

/** What a walk went through, so that the property is known to say something. */
function places({ file, answers }: Walk): string[] {
  const { events } = file;
  const times = (what: (event: CaseEvent) => boolean) => events.filter(what).length;
  const passed = events.findIndex(({ pass }) => pass === 'given');
  const after = passed < 0 ? [] : events.slice(passed + 1);
  return [
    ...new Set(events.map(({ type }) => type as string)),
    ...(file.state.round >= 2 ? ['second round'] : []),
    ...(file.state.round >= 3 ? ['third round'] : []),
    ...(after.some(({ type, input }) => type === 'recordAnswer' && input.answer?.kind === 'statement')
      ? ['statement after the pass']
      : []),
    ...(after.some(({ type }) => type === 'addRecord') && after.some(changesWhatWasReviewed)
      ? ['change after the pass']
      : []),
    ...(times(({ type }) => type === 'issueDecision') >= 2 ? ['decided again'] : []),
    ...new Set(answers.filter(({ code }) => code.startsWith('gate.')).map(({ code }) => `refused ${code}`)),
  ];
}

describe(`cases that wander, ${sequences} of them, seed ${seed}`, () => {
  afterAll(() => {
    const top = [...refusals].toSorted((left, right) => right[1] - left[1]).slice(0, 5);
    if (held)
      keep({
        part: 'gate-domain',
        title: '关口：领域模型 · The gate, in the domain',
        what: 'Random commands by everybody of an agency whose people hold several roles; an oracle that knows only the events looks for a decision without a pass of exactly what was reviewed, a person in two duties, somebody recused who acts, and an act after the end.',
        figures: {
          sequences,
          steps,
          'commands accepted': accepted,
          'commands refused': [...refusals.values()].reduce((sum, times) => sum + times, 0),
          'refused most often': top.map(([code, times]) => `${code} ${times}`).join(', '),
          ...Object.fromEntries(
            [...often, ...seldom].map((place) => [`sequences with ${place}`, reached.get(place) ?? 0]),
          ),
        },
      });
  });

  test('never decide without a pass for exactly what was reviewed, never join two duties, and stay shut when they have ended', () => {
    fc.assert(
      fc.property(beginnings, moves, (start, way) => {
        const walk = walked(start, way);
        const { state, events } = walk.file;
        expect([...gateFaults(events), ...answerFaults(walk.answers, events)]).toEqual([]);
        if (state.decision) expect(state.pass?.hash).toBe(state.decision.hash);
        if (state.stage === 'issuing') expect(state.pass).not.toBeNull();
        expect(new Set(state.clocks.map(({ name }) => name)).size).toBe(state.clocks.length);
        expect(state.clocks.filter(({ name, dueAt }) => name === 'stage' && dueAt === null)).toEqual([]);
        steps += way.length;
        for (const place of places(walk)) count(reached, place);
        for (const { code } of walk.answers) {
          if (code === 'yes') accepted += 1;
          else count(refusals, code);
        }
      }),
      { numRuns: sequences, seed },
    );
    held = true;
  }, 3_600_000);

  test('get everywhere, so that the above says something', () => {
    const reachedTooSeldom = [
      ...often.filter((place) => (reached.get(place) ?? 0) < sequences / 1_000),
      ...seldom.filter((place) => !reached.has(place)),
    ];
    expect(reachedTooSeldom).toEqual([]);
  });
});
