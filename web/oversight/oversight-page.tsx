import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { stuckCauses, type StuckCause } from '../../domain/stuck.ts';
import { Due } from '../due.tsx';
import { Failure } from '../failure.tsx';
import { Problem } from '../http.ts';
import { usePerson } from '../session.tsx';
import { useSaying } from '../worded.ts';
import { FilterBar } from './filter-bar.tsx';
import { addressQuery, useFilters } from './filters.ts';
import { FirstRows } from './first-rows.tsx';
import { HeatMap } from './heat-map.tsx';
import { MonthLines } from './month-lines.tsx';
import { Question } from './question.tsx';
import { soonWithin, useDashboard } from './use-dashboard.ts';
import { givesOrders } from './who-may.ts';
import { useWords } from './words.ts';
import './oversight.css';

/** Sections that the heat map shows at first, and at most. */
const [fewSections, allSections] = [12, 200];

/** Oversight (监督): one question a block; every number leads to its rows. */
export function OversightPage() {
  const say = useWords();
  const inWords = useSaying();
  const person = usePerson();
  const queries = useQueryClient();
  const { filters, search, change, clear } = useFilters();
  const [slowest, showSections] = useState(fewSections);
  const { overdue, dueSoon, stuck, urged, lateReplies, replies, heat } = useDashboard(filters, slowest);
  const all = [overdue, dueSoon, stuck, urged, lateReplies, replies, heat];
  const failed = all.find(({ error }) => error);
  // What nobody may look over has no numbers to stand beside.
  if (failed?.error instanceof Problem && failed.error.status === 403) return <Failure error={failed.error} />;
  const again = () => void queries.refetchQueries({ queryKey: ['oversight'], type: 'active' });
  const narrowed = (list: string, more: Record<string, string | number> = {}) => {
    const query = addressQuery({ ...filters, ...more });
    return { to: `/oversight/${list}${query}`, table: `/api/v1/oversight/${list}.csv${query}` };
  };
  const ofOrders = (asked: Record<string, string>) =>
    `/orders${addressQuery({ region: filters.region, agency: filters.agency, ...asked })}`;

  return (
    <div className="oversight">
      <header className="titled">
        <h1>{say('title')}</h1>
        {givesOrders(person.roles) && <Link to="/orders/new">{say('openOrder')}</Link>}
      </header>
      <FilterBar filters={filters} change={change} clear={search.size > 0 ? clear : undefined} />
      {failed?.error && <Failure error={failed.error} again={again} />}
      <div className="questions">
        <Question title={say('late')} total={overdue.data?.total} pending={overdue.isPending} {...narrowed('overdue')} none={say('noneLate')} late>
          <FirstRows rows={overdue.data?.items ?? []} about={({ due }) => <Due due={due} />} />
        </Question>
        <Question title={say('dueSoon')} total={dueSoon.data?.total} pending={dueSoon.isPending} {...narrowed('due-soon', { within: soonWithin })} none={say('noneSoon')}>
          <FirstRows rows={dueSoon.data?.items ?? []} about={({ due }) => <Due due={due} />} />
        </Question>
        <Question title={say('stuck')} total={stuck.data?.total} pending={stuck.isPending} {...narrowed('stuck')} none={say('noneStuck')}>
          <ul className="causes">
            {causesIn(stuck.data?.byCause ?? {}).map(([cause, cases]) => (
              <li key={cause}>
                <Link to={narrowed('stuck', { cause }).to}>
                  {inWords(stuckCauses[cause].zh, stuckCauses[cause].en)} <strong>{cases}</strong>
                </Link>
              </li>
            ))}
          </ul>
          <FirstRows rows={(stuck.data?.items ?? []).slice(0, 3)} about={({ daysStuck }) => say('stuckFor', { n: daysStuck })} />
        </Question>
        <Question title={say('urged')} total={urged.data?.total} pending={urged.isPending} {...narrowed('urged')} none={say('noneUrged')}>
          <FirstRows rows={(urged.data?.items ?? []).slice(0, 3)} about={(row) => `${say('urgedTimes', { n: row.urged.unanswered })} · ${say('unmoved', { n: row.daysUnmoved })}`} />
        </Question>
      </div>
      <ul className="of-orders">
        {lateReplies.data && (
          <li>
            <Link className={lateReplies.data.total > 0 ? 'late' : ''} to={ofOrders({ overdue: 'true' })}>
              {say('lateReplies')} <strong>{lateReplies.data.total}</strong>
            </Link>
          </li>
        )}
        {replies.data && givesOrders(person.roles) && (
          <li>
            <Link to={ofOrders({ status: 'replied' })}>
              {say('repliesToRead')} <strong>{replies.data.total}</strong>
            </Link>
          </li>
        )}
      </ul>
      {heat.data && <HeatMap heat={heat.data} filters={filters} showAll={slowest < allSections ? () => showSections(allSections) : undefined} />}
      {all.every(({ isPending }) => !isPending) && <MonthLines filters={filters} told={Boolean(failed)} />}
    </div>
  );
} // prettier-ignore

/** The causes that there are, the most frequent first. */
function causesIn(byCause: Partial<Record<StuckCause, number>>): [StuckCause, number][] {
  return (Object.entries(byCause) as [StuckCause, number][]).sort(([, a], [, b]) => b - a);
}
