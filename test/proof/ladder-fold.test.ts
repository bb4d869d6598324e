import { expect, test } from '@jest/globals';
import { apply } from '../../domain/apply.ts';
import { addDays, calendarOf, endOfDay, startOfDay } from '../../domain/calendar.ts';
import { reckon } from '../../domain/deadline.ts';
import { laddered, rungMoments } from '../../domain/ladder.ts';
import { emptyState, type CaseState, type Clock } from '../../domain/state.ts';
import { fellDue, nextWake } from '../../domain/wake.ts';
import { organisation } from '../support/demo-data.ts';
import { randomFrom } from './random.ts';
import { keep, seed, sized } from './proof.ts';

const deadlines = sized(10_000, 100_000);
const calendar = calendarOf({ version: 1, years: [organisation.calendar] });
const longAfter = startOfDay('2028-01-01');

test(`${deadlines} deadlines that ended while nobody was there fire each rung once, in order, marked late, seed ${seed}`, () => {
  const random = randomFrom(seed);
  let fired = 0;
  for (let made = 0; made < deadlines; made += laddered.length) {
    const clocks = laddered.map((name, index) => clockOf(name, `${made + index}:${name}`));
    const before: CaseState = { ...emptyState, stage: 'fulfilment', holder: ['h1'], clocks };
    const events = caughtUp(before);
    const expected = clocks.flatMap(({ id, rungs }) => Object.entries(rungs).map(([rung, at]) => ({ id, rung, at })));
    expect(events.map(({ rung, at }) => ({ id: rung!.clock, rung: rung!.name, at })).toSorted(byPlace)).toEqual(
      expected.toSorted(byPlace),
    );
    expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).toSorted((a, b) => a - b));
    expect(events.filter(({ lateBy }) => lateBy === undefined)).toEqual([]);
    fired += events.length;
  }
  keep({
    part: 'ladder-fold',
    title: '期限梯级的纯函数推演 The ladder folded',
    what: 'Random deadlines whose every rung lay in the past. A rung fired twice, never or out of order, or one not marked late, would have failed it.',
    figures: { deadlines, rungs: fired },
  });

  function clockOf(name: Clock['name'], id: string): Clock {
    const startedAt = startOfDay(addDays('2026-01-01', random.upTo(300))) + random.upTo(86_400_000);
    const from = startedAt + random.upTo(5 * 86_400_000);
    const clock: Clock = {
      id,
      name,
      limit: 'serve',
      budget: 1 + random.upTo(20),
      unit: random.percent(50) ? 'wd' : 'd',
      startedAt,
      pauses: random.percent(33) ? [{ from, to: from + random.upTo(20 * 86_400_000) }] : [],
      extensions: [],
      dueAt: null,
      provisional: false,
      calendarVersion: 1,
      packFrom: '2026-01-01',
      overdue: false,
      rungs: {},
      fired: [],
    };
    const reckoning = reckon(calendar, clock)!;
    return { ...clock, dueAt: endOfDay(reckoning.day), rungs: rungMoments(calendar, clock.unit, reckoning) };
  }
});

function caughtUp(before: CaseState) {
  const events = [];
  let state = before;
  for (let due = fellDue(state, longAfter); due; due = fellDue(state, longAfter)) {
    const codes = { caseId: 'one', seq: state.seq + 1, armed: [], contentHash: null, reviewedHash: null };
    const event = { ...due, ...codes };
    state = apply(state, event);
    events.push(event);
  }
  expect(nextWake(state)).toBeNull();
  return events;
}

const byPlace = (a: { id: string; rung: string }, b: { id: string; rung: string }) =>
  `${a.id} ${a.rung}`.localeCompare(`${b.id} ${b.rung}`);
