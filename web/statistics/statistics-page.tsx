import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { StatisticsAnswer } from '../../api/schemas/statistics.ts';
import { Failure } from '../failure.tsx';
import { get } from '../http.ts';
import { Loading } from '../loading.tsx';
import { FiledBlock } from './filed-block.tsx';
import { ItemsBlock } from './items-block.tsx';
import { LimitsBlock } from './limits-block.tsx';
import { OpinionsBlock } from './opinions-block.tsx';
import './statistics.css';

/** Statistics (统计): cases, opinions, what fails most and times against limits; every figure is a link to its rows. */
export function StatisticsPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const months = Object.fromEntries(['from', 'to'].flatMap((name) => (search.get(name) ? [[name, search.get(name)!]] : []))); // prettier-ignore
  const query = new URLSearchParams(months).toString();
  const found = useQuery({
    queryKey: ['statistics', query],
    queryFn: ({ signal }) => get<StatisticsAnswer>(`/api/v1/oversight/statistics?${query}`, signal),
  });
  const choose = (name: string, month: string) => {
    const next = new URLSearchParams(search);
    if (month) next.set(name, month);
    else next.delete(name);
    setSearch(next);
  };
  return (
    <>
      <h1>{t('statistics.title')}</h1>
      <div className="filters">
        {(['from', 'to'] as const).map((name) => (
          <label key={name}>
            {t(`statistics.${name}`)}{' '}
            <Input
              type="month"
              min="2020-01"
              value={search.get(name) ?? found.data?.[name] ?? ''}
              onChange={(event) => choose(name, event.target.value)}
            />
          </label>
        ))}
      </div>
      {found.isPending && <Loading />}
      {found.error && <Failure error={found.error} again={() => void found.refetch()} />}
      {found.data && <Blocks counted={found.data} />}
    </>
  );
}

function Blocks({ counted }: { counted: StatisticsAnswer }) {
  const { t } = useTranslation();
  const { filed, opinions, limits } = counted;
  if (filed.length + opinions.length + limits.length === 0) return <p className="empty">{t('statistics.empty')}</p>;
  return (
    <div className="statistics">
      <FiledBlock counted={counted} />
      <OpinionsBlock counted={counted} />
      <ItemsBlock counted={counted} />
      <LimitsBlock counted={counted} />
    </div>
  );
}
