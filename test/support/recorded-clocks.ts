import { calendarOf, dayOf, endOfDay, workdaysBetween } from '../../domain/calendar.ts';
import type { Arm, Decided } from '../../domain/command.ts';
import { reckon, untilNamed, type Reckoning } from '../../domain/deadline.ts';
import { laddered, rungMoments } from '../../domain/ladder.ts';
import { otherLimits, stages, type Limit, type LimitKey } from '../../domain/process.ts';
import type { CaseState, Clock } from '../../domain/state.ts';
import { organisation } from './demo-data.ts';

export const calendar = calendarOf({ version: 1, years: [organisation.calendar] });

/** Stands in for what record() reckons: the clocks that a decided event arms, sets running again or extends. */
export function reckonedClocks(state: CaseState, decided: Decided, seq: number): Clock[] {
  const running = (name: Clock['name']) => state.clocks.filter((clock) => clock.name === name);
  const framed = state.frames.at(-1)?.clock;
  const resumed = decided.resumes
    .flatMap((name) => (name === 'stage' && framed ? [framed] : running(name)))
    .map((clock) => ({ ...clock, pauses: clock.pauses.map((pause) => ({ ...pause, to: pause.to ?? decided.at })) }));
  const longer = decided.extends.flatMap(({ name, limit }) =>
    running(name).map((clock) => ({ ...clock, extensions: [...clock.extensions, { budget: defaultOf(limit).value }] })),
  );
  return [
    ...decided.arms.map((arm) => begun(arm, `${seq}:${arm.name}`, decided.at)),
    ...[...resumed, ...longer].map(reckoned),
  ];
}

function begun(arm: Arm, id: string, at: number): Clock {
  const { name, limit, startedAt } = arm;
  const base = {
    id,
    name,
    limit,
    startedAt,
    pauses: [],
    extensions: [],
    dueAt: null,
    provisional: false,
    calendarVersion: 1,
    packFrom: dayOf(at),
    overdue: false,
    rungs: {},
    fired: [],
  };
  if (arm.until) return standing({ ...base, budget: 0, unit: 'd' }, untilNamed(startedAt, arm.until));
  const days: Limit = arm.left
    ? {
        value: Math.max(arm.left.atLeast, workdaysBetween(calendar, dayOf(arm.left.from), dayOf(arm.left.dueAt)).count),
        unit: 'wd',
      }
    : (arm.override ?? defaultOf(limit));
  return reckoned({ ...base, budget: days.value, unit: days.unit });
}

function reckoned(clock: Clock): Clock {
  return standing(clock, reckon(calendar, clock));
}

function standing(clock: Clock, reckoning: Reckoning | null): Clock {
  const rungs = reckoning && laddered.includes(clock.name) ? rungMoments(calendar, clock.unit, reckoning) : {};
  return { ...clock, dueAt: reckoning && endOfDay(reckoning.day), rungs };
}

function defaultOf(key: LimitKey): Limit {
  const limits: Partial<Record<string, Limit | null>> = {
    ...otherLimits,
    ...Object.fromEntries(Object.entries(stages).map(([name, rule]) => [name, rule.limit])),
  };
  const limit = limits[key];
  if (!limit) throw new Error(`no limit for ${key}`);
  return limit;
}
