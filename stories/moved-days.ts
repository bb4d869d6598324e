import {
  addDays,
  addWorkdays,
  dayOf,
  daysBetween,
  nextWorkday,
  workdaysBetween,
  type Calendar,
  type Day,
} from '../domain/calendar.ts';

/** How the days of a story are moved, so that one of them becomes another. */
export interface Movement {
  day: (day: Day) => Day;
  /** Days in words, ISO days and moments, and years of document numbers, wherever they stand in a text. */
  text: (text: string) => string;
}

/** What lies further back or ahead than a story goes is a law's date or a far end, and stays. */
const storyReaches = { back: 800, ahead: 800 };

/**
 * Moves a story so that `from` becomes `to`. What lies before keeps its distance in working days, since most of the law's
 * periods are counted in them; what lies after keeps it in calendar days and ends on a working day.
 */
export function movement(calendar: Calendar, from: Day, to: Day): Movement {
  const shift = daysBetween(from, to);

  function day(one: Day): Day {
    const away = daysBetween(one, from);
    if (away > storyReaches.back || away < -storyReaches.ahead) return one;
    if (away < 0) return nextWorkday(calendar, addDays(one, shift)).day;
    return addWorkdays(calendar, to, -workdaysBetween(calendar, one, from).count).day;
  }

  return { day, text: (text) => inNumbers(inWords(inIso(text))) };

  function inIso(text: string): string {
    return text.replace(/\d{4}-\d{2}-\d{2}/g, (found) => (isDay(found) ? day(found) : found));
  }

  /** A day without a year, and the end of a span of months, belong to the year named last before them. */
  function inWords(text: string): string {
    let year = Number(from.slice(0, 4));
    return text.replace(
      /(?:(\d{4})年|(至))?(\d{1,2})月(?:(\d{1,2})日)?/g,
      (found, named?: string, until?: string, month?: string, date?: string) => {
        if (named) year = Number(named);
        const one = `${year}-${month!.padStart(2, '0')}-${(date ?? '15').padStart(2, '0')}`;
        if (!isDay(one) || (!named && !until && !date)) return found;
        const [y, m, d] = day(one).split('-').map(Number);
        return `${named ? `${y}年` : (until ?? '')}${m}月${date ? `${d}日` : ''}`;
      },
    );
  }

  function inNumbers(text: string): string {
    const later = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
    return text.replace(/〔(\d{4})〕|(\d{4})(?=年度)/g, (_, bracket?: string, year?: string) =>
      bracket ? `〔${Number(bracket) + later}〕` : String(Number(year) + later),
    );
  }
}

function isDay(text: string): boolean {
  const moment = Date.parse(`${text}T00:00:00+08:00`);
  return !Number.isNaN(moment) && dayOf(moment) === text;
}
