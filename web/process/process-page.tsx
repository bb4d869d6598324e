import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import { categories, type Category, type Stage } from '../../domain/process.ts';
import { useCase } from '../case/use-case.ts';
import { Failure } from '../failure.tsx';
import { get } from '../http.ts';
import { Lost } from '../lost.tsx';
import { dayWithWeekday } from '../moment.ts';
import { Chart, type Standing } from './chart.tsx';
import type { Parameters } from './limits.ts';
import { categoryNames } from './names.ts';
import { ProcessList } from './process-list.tsx';
import { useNamed } from './use-named.ts';
import { useWords } from './words.ts';
import './process.css';

/** The flow chart (办案流程图) of a category, with the limits in force in the reader's agency; `?case=` shows where a case stands. */
export function ProcessPage() {
  const { category = 'penalty' } = useParams();
  return category in categories ? <Process category={category as Category} /> : <Lost />;
}

function Process({ category }: { category: Category }) {
  const w = useWords();
  const named = useNamed();
  const [search] = useSearchParams();
  const caseId = search.get('case');
  const parameters = useQuery({
    queryKey: ['parameters'],
    queryFn: ({ signal }) => get<Parameters>('/api/v1/parameters', signal),
  });
  return (
    <div className="process">
      <h1>{w('titleOf', { category: named(categoryNames(category)) })}</h1>
      <div className="filters">
        <nav aria-label={w('title')}>
          {(Object.keys(categories) as Category[]).map((one) => (
            <Link key={one} to={`/process/${one}`} aria-current={one === category ? 'page' : undefined}>
              {named(categoryNames(one))}
            </Link>
          ))}
        </nav>
        <Button onClick={() => window.print()}>{w('print')}</Button>
      </div>
      {parameters.error && <Failure error={parameters.error} again={() => void parameters.refetch()} />}
      {caseId ? (
        <OfCase id={caseId} category={category} parameters={parameters.data} />
      ) : (
        <Chart category={category} parameters={parameters.data} standing={null} />
      )}
      <p className="hint">{w('hint')}</p>
      <ProcessList parameters={parameters.data} />
    </div>
  );
}

/** The chart with the place of one case on it, kept up to date. */
function OfCase({ id, category, parameters }: { id: string; category: Category; parameters: Parameters | undefined }) {
  const w = useWords();
  const { t } = useTranslation();
  const found = useCase(id);
  const one = found.data;
  if (!one) {
    return (
      <>
        {found.error && <p className="empty">{t('case.missing')}</p>}
        <Chart category={category} parameters={parameters} standing={null} />
      </>
    );
  }
  const holders = one.holder.map((person) => one.persons[person] ?? '').join('、');
  const due = one.due ? w('dueOn', { day: dayWithWeekday(one.due) }) : '';
  return (
    <>
      <p>
        <Link to={`/cases/${id}`}>{w('ofCase', { title: one.title })}</Link>
      </p>
      <Chart
        category={category}
        parameters={parameters}
        standing={standingOf(one, [holders, due].filter(Boolean).join(' · '))}
      />
    </>
  );
}

function standingOf({ stage, history }: CaseAnswer, note: string): Standing {
  const passed = [...new Set(history.map((one) => one.stage))].filter((one): one is Stage => one !== stage);
  return { stage, passed, note };
}
