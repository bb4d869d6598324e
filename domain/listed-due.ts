import { dayInWords, dayOf, daysBetween, workdaysBetween, type Calendar } from './calendar.ts';
import { isEnded } from './ended.ts';
import { laddered } from './ladder.ts';
import type { CaseState, Clock, ClockName, Millis } from './state.ts';

/**
 * The deadline by which a case stands in lists: of those that bind us the one that ends first, so that what is late comes
 * first. Of a finished case only the withdrawal of a publication and the reply to an order are still due; null when nothing is.
 */
export function listedDue(state: CaseState): { name: ClockName; at: Millis } | null {
  const names: readonly ClockName[] = isEnded(state) ? ['withdraw', 'supervision'] : laddered;
  const running = state.clocks.filter((clock): clock is Clock & { dueAt: Millis } => clock.dueAt !== null);
  const binding = running.filter(({ name }) => names.includes(name)).toSorted((a, b) => a.dueAt - b.dueAt);
  const first = binding[0];
  return first ? { name: first.name, at: first.dueAt } : null;
}

/** How much is left until the end of the due day, in words: working days ahead, calendar days when late. */
export function remainingInWords(calendar: Calendar, dueAt: Millis, now: Millis) {
  const [today, day] = [dayOf(now), dayOf(dueAt)];
  const { count } = workdaysBetween(calendar, today, day);
  return { day, inWords: dayInWords(day), workdaysLeft: count, ...words(daysBetween(today, day), count) };
}

function words(days: number, workdays: number): { remaining: string; remainingEn: string } {
  if (days < 0) return { remaining: `逾期 ${-days} 天`, remainingEn: `${plural(-days, 'day')} late` };
  if (days === 0) return { remaining: '今天到期', remainingEn: 'due today' };
  return { remaining: `还剩 ${workdays} 个工作日`, remainingEn: `${plural(workdays, 'working day')} left` };
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
