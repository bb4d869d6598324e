import type { z } from 'zod';
import type { calendarAnswer } from '../../api/schemas/calendar.ts';
import { addDays, weekdayOf } from '../../domain/calendar.ts';
import { useCalendarWords } from './calendar-words.ts';

type Days = z.infer<typeof calendarAnswer>['years'][number]['days'];

/** One month, Monday first. A day off and a make-up day carry a sign, and their name where the notice gives one. */
export function MonthGrid(given: { year: number; month: number; days: Days; english: boolean }) {
  const { year, month, days, english } = given;
  const w = useCalendarWords();
  const two = (n: number) => String(n).padStart(2, '0');
  const first = `${year}-${two(month + 1)}-01`;
  const blank = (weekdayOf(first) + 6) % 7;
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const cells = [
    ...Array.from({ length: blank }, () => null),
    ...Array.from({ length }, (_one, n) => addDays(first, n)),
  ];
  const weeks = Array.from({ length: 6 }, (_one, n) => Array.from({ length: 7 }, (_day, place) => cells[n * 7 + place] ?? null)); // prettier-ignore
  const label = english
    ? new Date(Date.UTC(year, month, 1)).toLocaleString('en', { month: 'long', timeZone: 'UTC' })
    : w('month', { n: month + 1 });
  return (
    <table className="month">
      <caption>{label}</caption>
      <thead>
        <tr>
          {Array.from(w('weekdays'), (name, n) => (
            <th key={n} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, n) => (
          <tr key={n}>
            {week.map((day, place) => (
              <Day key={day ?? place} day={day} weekend={place > 4} found={days.find(({ date }) => date === day)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ day, weekend, found }: { day: string | null; weekend: boolean; found: Days[number] | undefined }) {
  const w = useCalendarWords();
  if (!day) return <td />;
  return (
    <td className={found?.kind ?? (weekend ? 'weekend' : undefined)} title={found?.name ?? undefined}>
      {Number(day.slice(8))}
      {found && <small>{w(found.kind)}</small>}
    </td>
  );
}
