import { describe, expect, test } from '@jest/globals';
import { recalculated } from '../../activities/armed-clocks.ts';
import { apply } from '../../domain/apply.ts';
import { calendarOf, dayOf, shanghai } from '../../domain/calendar.ts';
import { missingYearNotice, missingYears } from '../../domain/calendar-notice.ts';
import { deadlineLedger } from '../../domain/deadline-ledger.ts';
import { recalculatedDue, recalculation } from '../../domain/recalculation.ts';
import type { Clock } from '../../domain/state.ts';
import { caseIn } from '../support/case-in-stage.ts';
import { organisation } from '../support/demo-data.ts';
import { PureCase } from '../support/pure-case.ts';

const known = calendarOf({ version: 1, years: [organisation.calendar] });
/** The first week of January 2027 is off, and its second Saturday worked. */
const year2027 = {
  year: 2027,
  holidays: ['2027-01-01', '2027-01-04', '2027-01-05', '2027-01-06', '2027-01-07', '2027-01-08'],
  makeUpWorkdays: ['2027-01-09'],
};
const published = calendarOf({ version: 2, years: [organisation.calendar, year2027] });
const at = (moment: string) => Date.parse(`${moment}:00+08:00`);

function clockOf(changes: Partial<Clock>): Clock {
  const begun: Clock = {
    ...{ id: 'c:1:stage', name: 'stage', limit: 'legalReview', budget: 5, unit: 'wd', startedAt: at('2026-12-29T10:00') },
    ...{ pauses: [], extensions: [], dueAt: 0, provisional: false, calendarVersion: 1, packFrom: '2025-01-01' },
    ...{ overdue: false, rungs: {}, fired: [] },
  }; // prettier-ignore
  return { ...recalculated({ ...begun, ...changes }, at('2026-12-29T10:00'), null, known), ...changes };
}

const rungs = (clock: Clock) =>
  Object.fromEntries(Object.entries(clock.rungs).map(([rung, moment]) => [rung, shanghai(moment)]));

describe('a deadline on a calendar with one more year', () => {
  test('moves, is certain, and its ladder moves with it; what fired stays fired', () => {
    const before = clockOf({ fired: ['halfWay'] });
    expect([dayOf(before.dueAt!), before.provisional]).toEqual(['2027-01-05', true]);
    expect(recalculatedDue(published, before)).toMatchObject({ provisional: false });
    const after = recalculated(before, at('2026-12-31T09:00'), null, published);
    expect([dayOf(after.dueAt!), after.provisional, after.calendarVersion]).toEqual(['2027-01-12', false, 2]);
    expect(rungs(after)).toEqual({
      oneDayBefore: '2027-01-11T00:00:00+08:00',
      due: '2027-01-13T00:00:00+08:00',
      plus2: '2027-01-15T00:00:00+08:00',
      plus5: '2027-01-20T00:00:00+08:00',
    });
    expect(after.fired).toEqual(['halfWay']);
  });

  test('keeps the day on which it fell overdue, and what it has yet to tell moves', () => {
    const overdue = clockOf({ overdue: true, fired: ['due'], dueAt: at('2026-12-31T23:59') + 59_000 });
    expect(recalculatedDue(published, overdue)).toBeNull();
    const after = recalculated(overdue, at('2027-01-01T09:00'), null, published);
    expect(after).toMatchObject({ dueAt: overdue.dueAt, overdue: true, fired: ['due'] });
    expect(rungs(after)).toEqual({ plus2: '2027-01-12T00:00:00+08:00', plus5: '2027-01-15T00:00:00+08:00' });
  });

  test('is left alone where it ends before, stands still, or its last day was named', () => {
    const earlier = clockOf({ startedAt: at('2026-11-02T10:00') });
    expect(recalculatedDue(published, { ...earlier, dueAt: at('2026-11-09T23:59') + 59_000 })).toBeNull();
    expect(recalculatedDue(published, { ...earlier, dueAt: null })).toBeNull();
    expect(recalculatedDue(published, { ...earlier, limit: 'untilDay', budget: 0 })).toBeNull();
  });
});

describe('the event by which a case takes a calendar', () => {
  test('is written once for a version, by the clock, and changes nothing but deadlines', () => {
    const one = caseIn('legalReview');
    const decided = recalculation(one.state, 2, one.now)!;
    expect(decided).toMatchObject({ type: 'recalculateDeadlines', actor: 'system', commandId: 'recalculate:2', stage: 'legalReview', pass: 'unchanged' }); // prettier-ignore
    expect(decided.recalculates).toEqual({ clocks: ['overall', 'statement', 'stage'].filter((name) => one.state.clocks.some((clock) => clock.name === name)), version: 2 }); // prettier-ignore
    expect(recalculation(one.state, 1, one.now)).toBeNull();
    expect(recalculation(caseIn('archived').state, 2, one.now)).toBeNull();
    expect(recalculation(caseIn('suspended').state, 2, one.now)).toBeNull();
  });
});

test.each(['statement', 'hearing'] as const)(
  'moves what the party may still do where it is the period for a %s',
  (name) => {
    const { state, now } = new PureCase().do('h1', 'register').do('h1', 'recordNotice', { hearingRight: true });
    const armed = state.clocks
      .filter((clock) => clock.name === name)
      .map((clock) => ({ ...clock, dueAt: clock.dueAt! + 86_400_000, calendarVersion: 2 }));
    expect(armed).toHaveLength(1);
    const decided = recalculation(state, 2, now)!;
    const { reviewedHash, seq, notices } = state;
    const [after] = apply(state, {
      ...decided,
      caseId: 'C1',
      seq: seq + 1,
      armed,
      contentHash: null,
      reviewedHash,
    }).notices;
    const moved = { [`${name}Until`]: notices[0]![`${name}Until`]! + 86_400_000 };
    expect(after).toEqual({ ...notices[0], ...moved });
  },
);

describe('the ledger of deadlines', () => {
  test('keeps every deadline that began, each ended at most once and by the event that ended it', () => {
    const one = caseIn('fulfilment');
    const kept = deadlineLedger(one.events);
    const began = new Set(one.events.flatMap(({ armed }) => armed.map(({ id }) => id)));
    expect(new Set(kept.map(({ clock }) => clock.id))).toEqual(began);
    expect(kept.filter(({ endedAt }) => endedAt === null).map(({ clock }) => clock.name)).toEqual(['serve', 'publish']);
  });
});

describe('a missing year', () => {
  test('is told of from November, or when a deadline waits for it', () => {
    expect(missingYears(known, '2026-03-01')).toEqual([2027]);
    expect(missingYearNotice([2027], 0, '2026-10-31')).toBeNull();
    expect(missingYearNotice([2027], 0, '2026-11-01')?.en).toContain('2027');
    expect(missingYearNotice([2027], 3, '2026-09-01')?.zh).toContain('3个期限暂定');
    expect(missingYears(published, '2026-12-01')).toEqual([]);
  });
});
