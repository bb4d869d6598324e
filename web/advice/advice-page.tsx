import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CasePageAnswer } from '../../api/schemas/case-list.ts';
import { CaseTable } from '../cases/case-table.tsx';
import { Failure } from '../failure.tsx';
import { get } from '../http.ts';
import { Loading } from '../loading.tsx';

/** The adviser's desk (顾问台): the cases about which one is asked now, and those one has answered that go on. */
export function AdvicePage() {
  const { t } = useTranslation();
  return (
    <>
      <h1>{t('advice.title')}</h1>
      {(['mine', 'passedOn'] as const).map((scope) => (
        <section key={scope}>
          <h2>{t(`advice.scopes.${scope}`)}</h2>
          <Listed scope={scope} />
        </section>
      ))}
    </>
  );
}

function Listed({ scope }: { scope: 'mine' | 'passedOn' }) {
  const { t } = useTranslation();
  const page = useQuery({
    queryKey: ['inbox', scope, 'advice'],
    queryFn: ({ signal }) => get<CasePageAnswer>(`/api/v1/inbox?scope=${scope}&limit=100`, signal),
    refetchInterval: 60_000,
  });
  if (page.isPending) return <Loading />;
  if (!page.data) return <Failure error={page.error} again={() => void page.refetch()} />;
  if (page.data.items.length === 0) return <p className="empty">{t(`advice.empty.${scope}`)}</p>;
  return <CaseTable items={page.data.items} more={undefined} />;
}
