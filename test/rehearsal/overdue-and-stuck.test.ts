import { describe, expect, it } from '@jest/globals';
import { checkLadder, checkLateSteps } from '../../rehearsal/check-ladder.ts';
import type { Client } from '../../rehearsal/client.ts';
import { playStuck } from '../../rehearsal/play-stuck.ts';
import type { Scene } from '../../rehearsal/scene.ts';
import type { CaseView } from '../../rehearsal/send-act.ts';
import { beginStory } from '../../rehearsal/story-state.ts';
import { stuckProbes } from '../../rehearsal/stuck-probes.ts';
import type { Check } from '../../rehearsal/tally.ts';
import { march, organisation, storyCase, storyStep } from './stories.ts';

const wrong = (checks: Check[]) => checks.filter((check) => check.wrong).map(({ name }) => name);
const opinion = storyStep(2, march(20, '15:00'), 'giveOpinion', 'legalSignOff');
const one = storyCase({
  story: [storyStep(1, march(2), 'acceptForReview', 'legalReview'), opinion],
  lateSteps: [{ step: 2, stage: 'legalReview', due: '2026-03-09', left: '2026-03-20' }],
  expectedLadder: {
    stage: 'legalReview',
    entered: '2026-03-02',
    due: '2026-03-09',
    left: '2026-03-20',
    rungs: [
      { rung: 'halfWay', on: '2026-03-05', to: ['a-r1'] },
      { rung: 'due', on: '2026-03-09', to: ['a-r1', 'a-q1'] },
    ],
  },
  expectedStuck: { from: '2026-03-10', to: '2026-03-12', because: 'holder on leave, no delegate' },
});

const rung = (at: string, name: string, told: string[]) => {
  return { type: 'remind', at, actor: 'system', stage: 'legalReview', rung: { name, deadline: 'stage' }, told };
};
const history: NonNullable<CaseView['history']> = [
  { type: 'acceptForReview', at: march(2), actor: 'a-q1', stage: 'legalReview' },
  rung(march(5, '00:00'), 'halfWay', ['a-r1']),
  rung(march(10, '00:00'), 'due', ['a-q1', 'a-r1']),
  { type: 'giveOpinion', at: march(20, '15:00'), actor: 'a-r1', stage: 'legalSignOff' },
];
const without = (name: string) => history.filter((event) => event.rung?.name !== name);
const changed = (name: string, change: object) =>
  history.map((event) => (event.rung?.name === name ? { ...event, ...change } : event));

describe('the ladder', () => {
  it('holds where each rung fired on its day and told those people', () => {
    expect(wrong(checkLadder(one, { history }))).toEqual([]);
  });

  it.each([
    ['a rung is missing', without('halfWay')],
    ['one fired twice', [...history.slice(0, 2), ...history.slice(1)]],
    ['one fired a day late', changed('halfWay', { at: march(6, '00:00') })],
    ['it told somebody else', changed('halfWay', { told: ['a-r2'] })],
    ['there is one too many', [...history.slice(0, 3), rung(march(12, '00:00'), 'plus2', ['a-l1']), history[3]!]],
  ])('does not hold where %s', (_what, other) => {
    expect(wrong(checkLadder(one, { history: other }))).toEqual(['expectedLadder']);
  });

  it('is compared in the stay that the story means', () => {
    expect(wrong(checkLadder(one, { history: changed('none', {}).slice(1) }))).toContain('expectedLadder');
    expect(wrong(checkLadder(one, null))).toContain('expectedLadder');
  });
});

describe('late steps', () => {
  it('are those that left a stage after its due day', () => {
    expect(wrong(checkLateSteps(one, { history }))).toEqual([]);
    expect(wrong(checkLateSteps(one, { history: without('due') }))).toEqual(['lateSteps']);
  });

  it('are none where the story says so', () => {
    const none = { ...one, lateSteps: [] };
    expect(wrong(checkLateSteps(none, { history }))).toEqual(['lateSteps']);
    expect(wrong(checkLateSteps(none, { history: without('due') }))).toEqual([]);
  });
});

describe('a case that is stuck', () => {
  const probes = stuckProbes(one);
  const state = { ...beginStory(one), id: 'the-case' };

  /** Asks every probe of a system that lists the case for this cause on these days. */
  async function asked(days: string[], cause = 'holderOnLeave', since = '2026-03-10'): Promise<string[]> {
    const get = async (person: string, path: string, at: string) => {
      if (!path.includes('oversight')) return { status: 200, body: { id: 'the-case' } };
      const items = days.includes(at.slice(0, 10)) ? [{ id: 'the-case', causes: [{ cause, since: `${since}T00:00:00+08:00` }] }] : []; // prettier-ignore
      return person === 'o-o1' ? { status: 200, body: { items, nextCursor: null } } : { status: 403, body: {} };
    };
    const scene = { client: { get } as unknown as Client, organisation } as Scene;
    return wrong((await Promise.all(probes.map((probe) => playStuck(probe, state, scene)))).flat());
  }

  it('is asked about on the day before, every day until the last, and the day after', () => {
    expect(probes.map(({ at, since }) => [at.slice(0, 16), since !== null])).toEqual([
      ['2026-03-09T23:30', false],
      ['2026-03-10T23:30', true],
      ['2026-03-11T23:30', true],
      ['2026-03-12T00:30', true],
      ['2026-03-13T23:30', false],
    ]);
  });

  it('must be listed then for that cause since that day, and on no other', async () => {
    expect(await asked(['2026-03-10', '2026-03-11', '2026-03-12'])).toEqual([]);
    expect(await asked(['2026-03-10', '2026-03-12'])).toEqual(['stuck on 2026-03-11T23:30']);
    expect(await asked(['2026-03-09', '2026-03-10', '2026-03-11', '2026-03-12', '2026-03-13'])).toHaveLength(2);
    expect(await asked(['2026-03-10', '2026-03-11', '2026-03-12'], 'idle')).toHaveLength(3);
    expect(await asked(['2026-03-10', '2026-03-11', '2026-03-12'], 'holderOnLeave', '2026-03-09')).toHaveLength(3);
  });
});
