import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { calendarAnswer } from '../../api/schemas/calendar.ts';
import { Failure } from '../failure.tsx';
import { get } from '../http.ts';
import { Loading } from '../loading.tsx';
import { CalendarImport } from './calendar-import.tsx';
import { useCalendarWords } from './calendar-words.ts';
import { MonthGrid } from './month-grid.tsx';
import { useAreas } from './use-areas.ts';
import { useSaying } from './words.ts';

type Calendar = z.infer<typeof calendarAnswer>;

/** The working calendar (工作日历): each year as twelve months with its notice, which year is missing, and a year’s import. */
export function CalendarPage() {
  const w = useCalendarWords();
  const say = useSaying();
  const areas = useAreas();
  const english = useTranslation().i18n.language === 'en';
  const [chosen, choose] = useState<number | null>(null);
  const calendar = useQuery({
    queryKey: ['calendar'],
    queryFn: ({ signal }) => get<Calendar>('/api/v1/calendar', signal),
  });
  if (calendar.isPending) return <Loading />;
  if (!calendar.data) return <Failure error={calendar.error} again={() => void calendar.refetch()} />;
  const { years, missing, notice } = calendar.data;
  const year = years.find((one) => one.year === chosen) ?? years.at(-1);
  const mine = areas.data?.areas.find(({ area }) => area === 'calendar');
  return (
    <>
      <h1>{w('title')}</h1>
      {notice && <p className="late">{say(notice)}</p>}
      {!notice && missing.length > 0 && <p className="hint">{w('missing', { years: missing.join('、') })}</p>}
      <div className="filters">
        <nav aria-label={w('title')}>
          {years.map((one) => (
            <button
              type="button"
              key={one.year}
              aria-pressed={one.year === year?.year}
              onClick={() => choose(one.year)}
            >
              {w('year', { n: one.year })}
            </button>
          ))}
        </nav>
      </div>
      {year && (
        <section aria-label={w('year', { n: year.year })}>
          <p>
            {w('source', { source: [year.source, year.documentNo].filter(Boolean).join(' · ') })}
            <small> {w('days', countsOf(year.days))}</small>
          </p>
          <p className="hint">{w('legend')}</p>
          <div className="months">
            {Array.from({ length: 12 }, (_one, month) => (
              <MonthGrid key={month} year={year.year} month={month} days={year.days} english={english} />
            ))}
          </div>
        </section>
      )}
      {mine?.may ? (
        <CalendarImport year={missing[0] ?? (years.at(-1)?.year ?? 2026) + 1} />
      ) : (
        mine?.why && <p className="hint">{say(mine.why)}</p>
      )}
    </>
  );
}

function countsOf(days: Calendar['years'][number]['days']) {
  return {
    off: days.filter(({ kind }) => kind === 'off').length,
    working: days.filter(({ kind }) => kind === 'working').length,
  };
}
