import { dayOf, endOfDay, workdaysBetween, type Calendar } from '../domain/calendar.ts';
import type { Arm, Decided } from '../domain/command.ts';
import { reckon, untilNamed, type Reckoning } from '../domain/deadline.ts';
import { otherLimits, stages, type Limit, type LimitKey, type Rung, type Stage } from '../domain/process.ts';
import type { CaseState, Clock } from '../domain/state.ts';
import type { ParameterPack } from '../prisma/deadlines.ts';
import type { Parameters } from './parameters.ts';
import { defaultLadder, laddered, rungMoments, type LadderRule } from '../domain/ladder.ts';

interface Arming {
  caseId: string;
  agency: string;
  state: Pick<CaseState, 'clocks' | 'frames'>;
  decided: Pick<Decided, 'at' | 'factsVersion' | 'arms' | 'resumes' | 'extends' | 'recalculates'>;
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
  const { arms, resumes, at, factsVersion, recalculates } = decided;
  if (arms.length + resumes.length + decided.extends.length === 0 && !recalculates) return [];
  const packOn = (day: string) => parameters.packOn(agency, factsVersion, day);
  const pack = await packOn(dayOf(at));
  const calendar = await parameters.calendar(recalculates?.version);
  const anew = (recalculates?.clocks ?? []).flatMap((name) => clockNamed(state, name, false));
  const resumed = resumes.flatMap((name) => clockNamed(state, name, true)).map((clock) => closedPause(clock, at));
  const extended = decided.extends.flatMap(({ name, limit }) =>
    clockNamed(state, name, false).map((clock) => withExtension(clock, limitOf(limit, pack))),
  );
  const goingOn = [...resumed, ...extended].map(async (clock) => ({ clock, pack: await packOn(clock.packFrom) }));
  return [
    ...arms.map((arm) => begun(arm, `${caseId}:${seq}:${arm.name}`, at, pack, calendar)),
    ...(await Promise.all(goingOn)).map((one) => reckoned(one.clock, at, one.pack, calendar)),
    ...(await Promise.all(anew.map(async (clock) => recalculated(clock, at, await packOn(clock.packFrom), calendar)))),
  ];
}

/** A running deadline on another calendar. One that fell overdue keeps the day on which it did; what it has yet to tell moves. */
export function recalculated(clock: Clock, at: number, pack: ParameterPack | null, calendar: Calendar): Clock {
  const reckoning = reckon(calendar, clock);
  const kept =
    clock.overdue && clock.dueAt !== null && reckoning ? { ...reckoning, day: dayOf(clock.dueAt) } : reckoning;
  return standing(clock, kept, at, pack, calendar);
}

/** A stage that is gone back to has its clock in the frame; every other stands in the case. */
function clockNamed(state: Arming['state'], name: Clock['name'], goingBack: boolean): Clock[] {
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
  const ahead = { calendarVersion: calendar.version, packFrom: pack?.from ?? dayOf(at), dueAt: null, rungs: {} };
  const kept: Omit<Clock, 'budget' | 'unit'> = { ...base, ...ahead, fired: [] };
  if (arm.until)
    return standing({ ...kept, budget: 0, unit: 'd' }, untilNamed(startedAt, arm.until), at, pack, calendar);
  const { value, unit } = arm.left ? daysLeft(arm.left, calendar) : (arm.override ?? limitOf(limit, pack));
  return reckoned({ ...kept, budget: value, unit }, at, pack, calendar);
}

function daysLeft(left: NonNullable<Arm['left']>, calendar: Calendar): Limit {
  const { count } = workdaysBetween(calendar, dayOf(left.from), dayOf(left.dueAt));
  return { value: Math.max(left.atLeast, count), unit: 'wd' };
}

/** Reckons the due moment, and the rungs that are still to come at `at`; the pack is that of the day the deadline began. */
function reckoned(clock: Clock, at: number, pack: ParameterPack | null, calendar: Calendar): Clock {
  return standing(clock, reckon(calendar, clock), at, pack, calendar);
}

function standing(
  clock: Clock,
  reckoning: Reckoning | null,
  at: number,
  pack: ParameterPack | null,
  calendar: Calendar,
): Clock {
  return {
    ...clock,
    calendarVersion: calendar.version,
    dueAt: reckoning && endOfDay(reckoning.day),
    provisional: reckoning?.provisional ?? false,
    rungs: reckoning ? ladderRungs(clock, at, reckoning, pack, calendar) : {},
  };
}

function ladderRungs(clock: Clock, at: number, reckoning: Reckoning, pack: ParameterPack | null, calendar: Calendar) {
  if (!laddered.includes(clock.name)) return {};
  return toCome(clock, at, rungMoments(calendar, clock.unit, reckoning, ladderOf(clock, pack)));
}

/** Rungs that fired stay fired; reminders whose moment has passed are left out, for they remind of nothing any more. */
function toCome({ fired }: Clock, at: number, all: Clock['rungs']): Clock['rungs'] {
  const left = (Object.entries(all) as [Rung, number][]).filter(
    ([rung, moment]) => !fired.includes(rung) && (moment > at || !reminders.includes(rung)),
  );
  return Object.fromEntries(left);
}

const reminders: Rung[] = ['halfWay', 'oneDayBefore'];

/** What the pack says of this limit's ladder, else of all, else process.md. */
function ladderOf({ limit }: Clock, pack: ParameterPack | null): LadderRule {
  return { ...defaultLadder, ...pack?.ladder.every, ...(limit !== 'untilDay' && pack?.ladder[limit]) };
}

function limitOf(key: LimitKey, pack: ParameterPack | null): Limit {
  const limit = key === 'untilDay' ? null : (pack?.limits[key] ?? defaultLimit(key));
  if (!limit) throw new Error(`no limit for ${key}`);
  return limit;
}

function defaultLimit(key: Stage | keyof typeof otherLimits): Limit | null {
  return key in otherLimits ? otherLimits[key as keyof typeof otherLimits] : stages[key as Stage].limit;
}
