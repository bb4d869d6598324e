import { useEffect, useId, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { z } from 'zod';
import type { durationsAnswer } from '../../api/schemas/oversight.ts';
import { stages, type Stage } from '../../domain/process.ts';
import { Failure } from '../failure.tsx';
import { Loading } from '../loading.tsx';
import { useSaying } from '../worded.ts';
import { addressQuery, type Filters } from './filters.ts';
import { MonthLine } from './month-line.tsx';
import { useRead } from './use-dashboard.ts';
import { useWords } from './words.ts';

type Durations = z.infer<typeof durationsAnswer>;

/** How long each stage took, month by month; read once it comes into view. `told`: it is said already that something was not read. */
export function MonthLines({ filters, told }: { filters: Filters; told: boolean }) {
  const say = useWords();
  const inWords = useSaying();
  const id = useId();
  const { place, seen } = useSeen();
  const { region, agency, section, category, stage: only } = filters;
  const query = addressQuery({ region, agency, section, category, by: 'stage' });
  const read = useRead<Durations>('oversight/durations', query, seen);
  const items = (read.data?.items ?? []).filter(({ stage }) => !only || stage === only);
  const inOrder = (Object.keys(stages) as Stage[]).filter((stage) => items.some((one) => one.stage === stage));
  const months = [...new Set(items.map(({ month }) => month))].toSorted();
  const rowsOf = (stage: Stage, from: string, to: string) =>
    `/statistics/cases${addressQuery({ of: 'stays', region, agency, section, category, stage, from, to })}`;
  return (
    <section className="months" aria-labelledby={id} ref={place}>
      <h2 id={id}>{say('months')}</h2>
      <p className="hint">{say('monthsHint')}</p>
      {seen && read.isPending && <Loading />}
      {read.error && !told && <Failure error={read.error} again={() => void read.refetch()} />}
      {read.data && items.length === 0 && <p className="empty">{say('monthsEmpty')}</p>}
      <ul>
        {inOrder.map((stage) => {
          const points = items.filter((one) => one.stage === stage);
          const last = points.at(-1)!;
          const name = inWords(stages[stage].zh, stages[stage].en);
          return (
            <li key={stage}>
              <Link to={rowsOf(stage, months[0]!, months.at(-1)!)}>{name}</Link>
              <MonthLine label={name} months={months} points={points} linkOf={(month) => rowsOf(stage, month, month)} />
              <span>
                <strong>{say('workdays', { n: last.medianWorkdays })}</strong>{' '}
                <small>{say('slowest', { n: Number(last.p90Workdays.toFixed(1)) })}</small>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Whether a place has come into view. */
function useSeen() {
  const place = useRef<HTMLElement>(null);
  const [seen, see] = useState(false);
  useEffect(() => {
    const watching = new IntersectionObserver((found) => found.some((one) => one.isIntersecting) && see(true), {
      rootMargin: '100px',
    });
    if (place.current) watching.observe(place.current);
    return () => watching.disconnect();
  }, []);
  return { place, seen };
}
