import { dayOf, endOfDay, workdaysBetween, type Calendar } from '../domain/calendar.ts';
import type { Arm, Decided } from '../domain/command.ts';
import { dueDay } from '../domain/deadline.ts';
import { otherLimits, stages, type Limit, type LimitKey, type Stage } from '../domain/process.ts';
import type { CaseState, Clock } from '../domain/state.ts';
import type { ParameterPack } from '../prisma/deadlines.ts';
import type { Parameters } from './parameters.ts';

interface Arming {
  caseId: string;
  agency: string;
  state: CaseState;
  decided: Decided;
}

/**
 * Reckons every deadline that a command arms, sets running again or extends: the budget from the pack in force on that
 * day (the default of the process table where the pack is silent), the due day on the versioned calendar.
 */
export async function armedClocks(
  parameters: Parameters,
  { caseId, agency, state, decided }: Arming,
  seq: number,
): Promise<Clock[]> {
  const { arms, resumes, at, factsVersion } = decided;
  if (arms.length + resumes.length + decided.extends.length === 0) return [];
  const pack = await parameters.packOn(agency, factsVersion, dayOf(at));
  const calendar = await parameters.calendar();
  const resumed = resumes.flatMap((name) => clockNamed(state, name, true)).map((clock) => closedPause(clock, at));
  const extended = decided.extends.flatMap(({ name, limit }) =>
    clockNamed(state, name, false).map((clock) => withExtension(clock, limitOf(limit, pack))),
  );
  return [
    ...arms.map((arm) => begun(arm, `${caseId}:${seq}:${arm.name}`, at, pack, calendar)),
    ...[...resumed, ...extended].map((clock) => reckoned(clock, calendar)),
  ];
}

/** A stage that is gone back to has its clock in the frame; every other stands in the case. */
function clockNamed(state: CaseState, name: Clock['name'], goingBack: boolean): Clock[] {
  const inFrame = goingBack && name === 'stage' ? state.frames.at(-1)?.clock : undefined;
  const clock = inFrame ?? state.clocks.find((candidate) => candidate.name === name);
  return clock ? [clock] : [];
}

function closedPause(clock: Clock, at: number): Clock {
  return { ...clock, pauses: clock.pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause)) };
}

function withExtension(clock: Clock, limit: Limit): Clock {
  return { ...clock, extensions: [...clock.extensions, { budget: limit.value }] };
}

function begun(arm: Arm, id: string, at: number, pack: ParameterPack | null, calendar: Calendar): Clock {
  const { name, limit, startedAt } = arm;
  const base = { id, name, limit, startedAt, pauses: [], extensions: [], provisional: false, overdue: false };
  const kept = { ...base, calendarVersion: calendar.version, packFrom: pack?.from ?? dayOf(at), dueAt: null };
  if (arm.until) return { ...kept, budget: 0, unit: 'd', dueAt: endOfDay(arm.until) };
  const { value, unit } = arm.left ? daysLeft(arm.left, calendar) : (arm.override ?? limitOf(limit, pack));
  return reckoned({ ...kept, budget: value, unit }, calendar);
}

function daysLeft(left: NonNullable<Arm['left']>, calendar: Calendar): Limit {
  const { count } = workdaysBetween(calendar, dayOf(left.from), dayOf(left.dueAt));
  return { value: Math.max(left.atLeast, count), unit: 'wd' };
}

function reckoned(clock: Clock, calendar: Calendar): Clock {
  const due = dueDay(calendar, { ...clock, calendarVersion: calendar.version });
  return {
    ...clock,
    calendarVersion: calendar.version,
    dueAt: due && endOfDay(due.day),
    provisional: due?.provisional ?? false,
  };
}

function limitOf(key: LimitKey, pack: ParameterPack | null): Limit {
  const limit = key === 'untilDay' ? null : (pack?.limits[key] ?? defaultLimit(key));
  if (!limit) throw new Error(`no limit for ${key}`);
  return limit;
}

function defaultLimit(key: Stage | keyof typeof otherLimits): Limit | null {
  return key in otherLimits ? otherLimits[key as keyof typeof otherLimits] : stages[key as Stage].limit;
}
