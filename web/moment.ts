import i18next from 'i18next';
import { dayInWords, weekdayOf } from '../domain/calendar.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const english = () => i18next.language === 'en';
const [monthOf, dateOf] = [(day: string) => Number(day.slice(5, 7)), (day: string) => Number(day.slice(8, 10))];

/** '11月18日 10:20' of a moment in +08:00, as the API writes it; '18 Nov 10:20' in English. */
export function momentInWords(at: string): string {
  return `${dayOfMonthInWords(at)} ${at.slice(11, 16)}`;
}

/** '2026年11月18日 10:20' of such a moment; '18 Nov 2026 10:20' in English. */
export function momentOfYearInWords(at: string): string {
  return `${dayOfYearInWords(at)} ${at.slice(11, 16)}`;
}

/** '11月26日' of a day or moment; '26 Nov' in English. */
export function dayOfMonthInWords(day: string): string {
  return english() ? shortDay(day) : `${monthOf(day)}月${dateOf(day)}日`;
}

/** '11月26日（周四）' of a day; 'Thu 26 Nov' in English. */
export function dayWithWeekday(day: string): string {
  return english() ? `${weekdays[weekdayOf(day)]} ${shortDay(day)}` : dayInWords(day);
}

/** '2026年11月26日' of a day; '26 Nov 2026' in English. */
export function dayOfYearInWords(day: string): string {
  return english() ? `${shortDay(day)} ${day.slice(0, 4)}` : dayInDocument(day);
}

/** '2026年11月' of a month as YYYY-MM; 'Nov 2026' in English. */
export function monthInWords(month: string): string {
  const year = month.slice(0, 4);
  return english() ? `${months[monthOf(month) - 1]} ${year}` : `${year}年${monthOf(month)}月`;
}

function shortDay(day: string): string {
  return `${dateOf(day)} ${months[monthOf(day) - 1]}`;
}

/** '2026年3月2日' of such a moment, as documents date. */
export function dayInDocument(at: string): string {
  return `${at.slice(0, 4)}年${monthOf(at)}月${dateOf(at)}日`;
}
