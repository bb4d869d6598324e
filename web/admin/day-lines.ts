import { addDays } from '../../domain/calendar.ts';

const form = /^(\d{4}-\d{2}-\d{2})(?:\s*(?:至|到|~|—|–|to)\s*(\d{4}-\d{2}-\d{2}))?$/;
const longest = 60;

/** The days of lines as they are typed, 'YYYY-MM-DD' or two of them with 至 between; the first line that is none as `wrong`. */
export function daysIn(text: string): { days: string[]; wrong: string | null } {
  const days: string[] = [];
  for (const line of text.split('\n').map((one) => one.trim()).filter(Boolean)) {
    const [, from, to = from] = form.exec(line) ?? [];
    if (!from || !to || !isDay(from) || !isDay(to) || to < from) return { days, wrong: line };
    const before = days.length;
    for (let day = from; day <= to; day = addDays(day, 1)) {
      if (days.length - before > longest) return { days, wrong: line };
      days.push(day);
    }
  }
  return { days, wrong: null };
} // prettier-ignore

function isDay(text: string): boolean {
  const read = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text);
}
