import { describe, expect, test } from '@jest/globals';
import { fold } from '../../domain/apply.ts';
import type { CaseEvent } from '../../domain/command.ts';
import { noticesOf } from '../../domain/notices.ts';
import { emptyState, type CaseState } from '../../domain/state.ts';
import { caseIn, published, verdict } from '../support/case-in-stage.ts';
import { PureCase } from '../support/pure-case.ts';

/** Whom the last event of a case told, each with the kind. */
function toldLast(one: PureCase, officeStart?: number): Record<string, string> {
  return Object.fromEntries(noticesLast(one, officeStart).map(({ person, kind }) => [person, kind]));
}

function noticesLast(one: PureCase, officeStart?: number) {
  const before = fold(emptyState, one.events.slice(0, -1));
  return noticesOf(before, one.state, one.events.at(-1)!, officeStart);
}

/** An event of the clock, for a reached rung, told to these people as record() fills them in. */
function reached(one: PureCase, type: CaseEvent['type'], rung: NonNullable<CaseEvent['rung']>['name'], told: string[]) {
  const clock = one.state.clocks.find(({ name }) => name === 'stage')!;
  const base = one.events.at(-1)!;
  const at = Date.parse('2026-03-04T00:00:00+08:00');
  const event = { ...base, type, at, actor: 'system' as const, told, rung: { clock: clock.id, name: rung }, armed: [] };
  return { event, after: { ...one.state } satisfies CaseState, clock };
}

describe('whom an act tells', () => {
  const steps: [what: string, act: () => PureCase, told: Record<string, string>][] = [
    ['a filing: the other handler', () => new PureCase().do('h1', 'register'), { h2: 'task' }],
    ['a submission: the first reviewer', () => caseIn('firstReview'), { f1: 'task' }],
    ['an act that moves nothing on: nobody', () => caseIn('investigating'), {}],
    ['a return: both handlers', () => caseIn('sectionSignOff').do('sA', 'returnBySectionHead', { given: ['reasons'] }), { h1: 'returned', h2: 'returned' }],
    ['a withdrawal: who held it, and the other handler', () => caseIn('intake').do('h1', 'withdrawSubmission'), { q1: 'withdrawn', h2: 'returned' }],
    ['an acceptance: the reviewer named', () => caseIn('legalReview'), { r1: 'task' }],
    ['a request for a supplement: both handlers', () => caseIn('supplementing'), { h1: 'supplementRequested', h2: 'supplementRequested' }],
    ['a consultation: the adviser', () => caseIn('advising'), { a1: 'task' }],
    ['an opinion: who signs it', () => caseIn('legalSignOff'), { q1: 'task' }],
    ['an opinion sent back: the reviewer', () => caseIn('legalSignOff').do('q1', 'returnOpinion', { given: ['reasons'] }), { r1: 'returned' }],
    ['a signed opinion: the handlers, and who goes on', () => caseIn('leaderApproval'), { h1: 'opinion', h2: 'opinion', l2: 'task' }],
    ['a signed objection: the handlers, and the section head', () => verdict(caseIn('legalReview'), 'disagree'), { h1: 'opinion', h2: 'opinion', sA: 'task' }],
    ['a meeting that is convened: its members', () => caseIn('deliberation').do('l1', 'conveneMeeting'), { l2: 'meeting', l3: 'meeting', l4: 'meeting', l5: 'meeting' }],
    ['an approval: the handlers', () => caseIn('issuing'), { h1: 'task', h2: 'task' }],
    ['an approved publication: who prepared it', () => caseIn('fulfilment').do('h1', 'serve').do('p1', 'preparePublication').do('p2', 'approvePublication'), { p1: 'publicationApproved' }],
    ['an annulment: the handlers', () => published(caseIn('fulfilment')).do('l2', 'annulDecision'), { h1: 'decisionChanged', h2: 'decisionChanged' }],
    ['a suspension: the reviewer', () => caseIn('suspended'), { r1: 'suspended' }],
    ['a case resumed: the reviewer', () => caseIn('suspended').do('q1', 'resume'), { r1: 'resumed' }],
    ['a case terminated: who held it and the handlers', () => caseIn('terminated'), { f1: 'ended', h1: 'ended', h2: 'ended' }],
    ['an extension by its holder’s head: the reviewer', () => caseIn('legalReview').do('q1', 'extendReview'), { r1: 'extended' }],
    ['an urging: the reviewer', () => caseIn('legalReview').do('sA', 'urge'), { r1: 'urged' }],
    ['a comment: the reviewer', () => caseIn('legalReview').do('h1', 'comment'), { r1: 'commented' }],
    ['a copy: those named, but not who sends it', () => caseIn('legalReview').do('r1', 'copyTo', { copiedTo: ['sA', 'o1', 'r1'] }), { sA: 'copied', o1: 'copied' }],
    ['a task reassigned: from and to', () => caseIn('legalReview').do('q1', 'reassign', { from: 'r1', to: 'r2', given: ['reason'] }), { r1: 'taken', r2: 'handedOver' }],
    ['a handler replaced while others hold the task: from and to', () => caseIn('legalReview').do('sA', 'reassign', { from: 'h1', to: 'h3', given: ['reason'] }), { h1: 'taken', h3: 'handedOver' }],
    ['a delegation of one’s own task: the delegate alone', () => caseIn('legalReview').do('r1', 'delegate', { from: 'r1', to: 'r2', until: '2026-03-04', given: ['reason'] }), { r2: 'handedOver' }],
    ['a second reviewer: that one', () => caseIn('legalReview').do('q1', 'addReviewer', { to: 'r2', given: ['reason'] }), { r2: 'task' }],
    ['a recusal decided by the head: the person', () => caseIn('legalReview').do('q1', 'recuse', { person: 'r1', given: ['reason'] }), { r1: 'recused' }],
    ['one’s own recusal: nobody', () => caseIn('legalReview').do('r1', 'recuse', { person: 'r1', given: ['reason'] }), {}],
    ['a supervision order: holder, section head and leader in charge', () => caseIn('legalReview').do('o1', 'openSupervision', { given: ['reason'] }), { sA: 'supervisionOpened', l2: 'supervisionOpened', r1: 'supervisionOpened' }],
    ['an order closed: the holder', () => caseIn('legalReview').do('o1', 'openSupervision', { given: ['reason'] }).do('sA', 'replySupervision').do('o1', 'closeSupervision'), { sA: 'supervisionClosed', l2: 'supervisionClosed', r1: 'supervisionClosed' }],
    ['a reply sent back: who was asked and who replied', () => caseIn('legalReview').do('o1', 'openSupervision').do('l4', 'replySupervision').do('o1', 'returnSupervision'), { sA: 'supervisionReturned', l2: 'supervisionReturned', l4: 'supervisionReturned' }],
  ]; // prettier-ignore

  test.each(steps)('%s', (_what, act, told) => expect(toldLast(act())).toEqual(told));
});

describe('whom the clock tells', () => {
  test('a delegation that ended: the reviewer who has it again, and the delegate', () => {
    const one = caseIn('legalReview').do('q1', 'delegate', { from: 'r1', to: 'r2', until: '2026-03-04', given: ['reason'] }); // prettier-ignore
    expect(toldLast(one.on('2026-03-05 00:01'))).toEqual({ r1: 'handedBack', r2: 'delegationEnded' });
  });

  test.each([
    ['remind', 'halfWay', 'reminder'],
    ['markOverdue', 'due', 'overdue'],
    ['escalate', 'plus2', 'escalated'],
  ] as const)('%s tells everybody it names, with the deadline', (type, rung, kind) => {
    const one = caseIn('legalReview');
    const { event, after, clock } = reached(one, type, rung, ['r1', 'q1', 'r1']);
    const expected = { kind, rung, clock: 'stage', dueAt: clock.dueAt, stage: 'legalReview' };
    expect(noticesOf(one.state, after, event)).toMatchObject([
      { ...expected, person: 'r1' },
      { ...expected, person: 'q1' },
    ]);
  });

  test('the last rung opens an order: the bureau and the holder learn of it', () => {
    const one = caseIn('legalReview');
    const { event, after } = reached(one, 'openSupervision', 'plus5', ['o1']);
    expect(noticesOf(one.state, after, event).map(({ person, kind }) => [person, kind])).toEqual([
      ['o1', 'supervisionOpened'],
      ['r1', 'supervisionOpened'],
    ]);
  });
});

describe('when people are told', () => {
  const shanghai = (text: string) => Date.parse(`${text}+08:00`);
  const sentAt = (type: CaseEvent['type'], at: number, officeStart?: number) => {
    const one = caseIn('legalReview');
    const { event, after } = reached(one, type, 'oneDayBefore', ['r1']);
    return noticesOf(one.state, after, { ...event, at }, officeStart)[0]!.notBefore;
  };

  test('a reminder at half past eight of its day, or when this office opens', () => {
    const midnight = shanghai('2026-03-04T00:00:00');
    expect(sentAt('remind', midnight)).toBe(shanghai('2026-03-04T08:30:00'));
    expect(sentAt('remind', midnight, 9 * 3_600_000)).toBe(shanghai('2026-03-04T09:00:00'));
  });

  test('a reminder that falls into office hours, everything else at once', () => {
    const noon = shanghai('2026-03-04T12:00:00');
    const night = shanghai('2026-03-05T00:00:00');
    expect(sentAt('remind', noon)).toBe(noon);
    expect(sentAt('markOverdue', night)).toBe(night);
    expect(noticesLast(caseIn('firstReview'))[0]?.notBefore).toBe(caseIn('firstReview').state.lastAt);
  });
});

test('nobody is told twice of one event, nor of their own act, whatever happens to a case', () => {
  const all = [caseIn('archived'), caseIn('terminated'), verdict(caseIn('legalReview'), 'correct').do('sA', 'adoptOpinion')]; // prettier-ignore
  for (const { events } of all) {
    for (const [n, event] of events.entries()) {
      const told = noticesOf(fold(emptyState, events.slice(0, n)), fold(emptyState, events.slice(0, n + 1)), event);
      const persons = told.map(({ person }) => person);
      expect(new Set(persons).size).toBe(persons.length);
      expect(persons).not.toContain(event.actor);
    }
  }
});
