import { describe, expect, test } from '@jest/globals';
import type { ClockName } from '../../domain/state.ts';
import type { Stage } from '../../domain/process.ts';
import { emptyState } from '../../domain/state.ts';
import { toldOf, type LadderPeople } from '../../domain/told.ts';

const people: LadderPeople = {
  sectionHead: 'section-head',
  leaderInCharge: 'leader-in-charge',
  legalHead: 'legal-head',
  legalLeaderInCharge: 'legal-leader',
  chair: 'chair',
  publishers: ['publisher'],
  overseers: ['overseer-1', 'overseer-2'],
};
const state = (stage: Stage, ...holder: string[]) => ({ ...emptyState, stage, holder, handlers: ['h1', 'h2'] });

describe('a rung tells', () => {
  test.each<[string, Parameters<typeof toldOf>[0], ClockName, Stage, string[], string[]]>([
    ['half-way the holder', 'halfWay', 'stage', 'legalReview', ['reviewer'], ['reviewer']],
    ['the day before the holders', 'oneDayBefore', 'stage', 'issuing', ['h1', 'h2'], ['h1', 'h2']],
    ['on the due day a reviewer and the legal head', 'due', 'stage', 'legalReview', ['reviewer'], ['reviewer', 'legal-head']],
    ['on the due day handlers and their section head', 'due', 'stage', 'supplementing', ['h1', 'h2'], ['h1', 'h2', 'section-head']],
    ['on the due day a section head and the leader in charge', 'due', 'stage', 'sectionSignOff', ['section-head'], ['section-head', 'leader-in-charge']],
    ['on the due day the legal head and their leader', 'due', 'stage', 'intake', ['legal-head'], ['legal-head', 'legal-leader']],
    ['on the due day a leader and the chair', 'due', 'stage', 'leaderApproval', ['leader-in-charge'], ['leader-in-charge', 'chair']],
    ['on the due day the chair and the overseeing bureau', 'due', 'stage', 'deliberation', ['chair'], ['chair', 'overseer-1', 'overseer-2']],
    ['on the due day of a task nobody holds, the head', 'due', 'stage', 'firstReview', [], ['section-head']],
    ['of a publication the publishers and the head', 'due', 'publish', 'fulfilment', ['h1', 'h2'], ['publisher', 'section-head']],
    ['of serving the handlers', 'halfWay', 'serve', 'fulfilment', ['h1', 'h2'], ['h1', 'h2']],
    ['two working days late the handling section’s leader in charge', 'plus2', 'stage', 'legalReview', ['reviewer'], ['leader-in-charge']],
    ['of an order whoever is asked to reply', 'halfWay', 'supervision', 'legalReview', ['reviewer'], ['section-head', 'leader-in-charge']],
    ['of an order on its due day the head of the agency too', 'due', 'supervision', 'legalReview', ['reviewer'], ['section-head', 'leader-in-charge', 'chair']],
    ['of an order two working days late the head of the agency', 'plus2', 'supervision', 'archived', [], ['chair']],
    ['of an order five working days late the overseeing bureau', 'plus5', 'supervision', 'archived', [], ['overseer-1', 'overseer-2']],
    ['five working days late the overseeing bureau', 'plus5', 'stage', 'legalReview', ['reviewer'], ['overseer-1', 'overseer-2']],
  ])('%s', (_what, rung, clock, stage, holders, told) => {
    expect(toldOf(rung, clock, state(stage, ...holders), people)).toEqual(told);
  }); // prettier-ignore
});
