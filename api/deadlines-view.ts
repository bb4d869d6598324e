import { dayInWords, dayOf, shanghai, type Calendar } from '../domain/calendar.ts';
import { deadlineLedger, movedBy, type KeptDeadline } from '../domain/deadline-ledger.ts';
import { explain } from '../domain/deadline-explanation.ts';
import { deadlineName } from '../domain/deadline-names.ts';
import { dueDay } from '../domain/deadline.ts';
import type { CaseEvent } from '../domain/command.ts';
import type { Clock } from '../domain/state.ts';

/** The calendar as it stood at a version: what a deadline was reckoned on. */
export type CalendarAt = (version: number) => Calendar;

/** Every deadline that a case has or had, each with its ledger and the reason for its day; days and moments in +08:00. */
export function deadlinesView(events: CaseEvent[], calendarAt: CalendarAt) {
  return deadlineLedger(events).map((kept) => {
    const { clock } = kept;
    const { zh: label, en: labelEn } = deadlineName(clock);
    return {
      id: clock.id,
      name: clock.name,
      limit: clock.limit,
      label,
      labelEn,
      status: statusOf(kept),
      budget: clock.limit === 'untilDay' ? null : clock.budget,
      unit: clock.unit,
      startedAt: shanghai(clock.startedAt),
      pauses: clock.pauses.map(({ from, to }) => ({ from: shanghai(from), to: to === null ? null : shanghai(to) })),
      extensions: clock.extensions.map(({ budget }) => ({ budget })),
      calendarVersion: clock.calendarVersion,
      parametersFrom: clock.packFrom,
      dueAt: clock.dueAt === null ? null : shanghai(clock.dueAt),
      day: clock.dueAt === null ? null : dayOf(clock.dueAt),
      provisional: clock.provisional && clock.dueAt !== null,
      overdue: clock.overdue,
      fired: clock.fired,
      endedAt: kept.endedAt === null ? null : shanghai(kept.endedAt),
      explanation: explanationOf(clock, calendarAt(clock.calendarVersion)),
    };
  });
}

/** The deadlines that an event of the clock moved, for the history of the case. */
export function movesView(event: CaseEvent, before: CaseEvent[]) {
  return movedBy(event, before).map(({ clock, from, to }) => ({
    name: clock.name,
    label: deadlineName(clock).zh,
    labelEn: deadlineName(clock).en,
    from: dayOf(from),
    to: dayOf(to),
  }));
}

function statusOf({ clock, endedAt }: KeptDeadline): 'running' | 'paused' | 'overdue' | 'ended' {
  if (endedAt !== null) return 'ended';
  if (clock.dueAt === null) return 'paused';
  return clock.overdue ? 'overdue' : 'running';
}

/** Why a deadline is the day that it is, in words. */
export function explanationOf(clock: Clock, calendar: Calendar): { zh: string; en: string } {
  if (clock.limit === 'untilDay' && clock.dueAt !== null) {
    const day = dayOf(clock.dueAt);
    if (clock.name === 'effectOfLaw')
      return {
        zh: `原许可有效期至${day.slice(0, 4)}年${dayInWords(day)}；此前未作决定的，视为准予延续（行政许可法第五十条）。`,
        en: `The permit to be renewed is valid until ${day}; if nothing is decided by then, it counts as renewed (Administrative Licensing Law, art. 50).`,
      };
    return {
      zh: `至指定的${day.slice(0, 4)}年${dayInWords(day)}24时届满。`,
      en: `Until the end of the day that was named, ${day}.`,
    };
  }
  const said = explain(calendar, clock);
  const reckoned = dueDay(calendar, clock)?.day;
  if (clock.dueAt === null || reckoned === dayOf(clock.dueAt)) return said;
  const kept = dayOf(clock.dueAt);
  return {
    zh: `${said.zh}新日历公布前已于${dayInWords(kept)}到期，届满日不再变动。`,
    en: `${said.en} It had fallen due on ${kept} before that calendar was published, and keeps that day.`,
  };
}
