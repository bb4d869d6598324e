import { useQuery } from '@tanstack/react-query';
import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import { Failure } from '../failure.tsx';
import { get, Problem } from '../http.ts';
import { Loading } from '../loading.tsx';
import { Acts } from './acts.tsx';
import { CaseContent } from './case-content.tsx';
import { CaseDeadlines } from './case-deadlines.tsx';
import { CaseHistory } from './case-history.tsx';
import { CaseStanding } from './case-standing.tsx';

/** One case: where it stands, whose move it is, what it is about, what happened, and what I may do. */
export function CasePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const found = useQuery({
    queryKey: ['case', id],
    queryFn: ({ signal }) => get<CaseAnswer>(`/api/v1/cases/${id}`, signal),
    refetchInterval: 30_000,
  });
  if (found.isPending) return <Loading />;
  if (found.error instanceof Problem && found.error.status === 404) return <p className="empty">{t('case.missing')}</p>;
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />;
  const one = found.data;
  return (
    <article className="case">
      <CaseStanding one={one} />
      <div className="columns">
        <Tabs
          activeKey={search.get('tab') ?? 'content'}
          onChange={(tab) => setSearch({ tab }, { replace: true })}
          items={[
            { key: 'content', label: t('case.tabs.content'), children: <CaseContent one={one} /> },
            { key: 'deadlines', label: t('case.tabs.deadlines'), children: <CaseDeadlines one={one} /> },
            { key: 'history', label: t('case.tabs.history'), children: <CaseHistory one={one} /> },
          ]}
        />
        <Acts one={one} />
      </div>
    </article>
  );
}
