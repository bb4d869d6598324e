import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { PeopleAnswer } from '../../api/schemas/admin-reading.ts';
import { Failure } from '../failure.tsx';
import { get } from '../http.ts';
import { Loading } from '../loading.tsx';
import { BulkImport } from './bulk-import.tsx';
import { PeopleTable } from './people-table.tsx';
import { useMay } from './use-areas.ts';
import { useWords } from './words.ts';

const example = '[{"id": "…", "agency": "…", "section": "…", "name": "…", "title": "…"}]';

/** The people of the agency: who they are, what entitles them, until when; leave, roles and accounts at each, import below. */
export function PeoplePage() {
  const w = useWords();
  const [search, setSearch] = useSearchParams();
  const [imports, enters] = [useMay('people'), useMay('leave')];
  const q = search.get('q') ?? '';
  const expiring = search.get('expiring') ?? '';
  const pages = useInfiniteQuery({
    queryKey: ['admin', 'people', q, expiring],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = Object.entries({ q, expiring, after: pageParam }).filter(([, value]) => value !== '');
      return get<PeopleAnswer>(`/api/v1/admin/people?${new URLSearchParams(query)}`, signal);
    },
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const change = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next, { replace: true });
  };
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <h1>{w('people')}</h1>
      {enters && (
        <p className="new">
          <Link to="/admin/people/new">{w('newPerson')}</Link>
        </p>
      )}
      <search className="filters">
        <Input.Search
          aria-label={w('search')}
          placeholder={w('search')}
          defaultValue={q}
          allowClear
          onSearch={(typed) => change('q', typed.trim())}
        />
        <Checkbox
          checked={expiring === 'true'}
          onChange={(event) => change('expiring', event.target.checked ? 'true' : '')}
        >
          {w('expiringOnly')}
        </Checkbox>
        {pages.data && <small>{w('count', { n: pages.data.pages[0]?.total ?? 0 })}</small>}
      </search>
      {pages.isPending && <Loading />}
      {pages.error && <Failure error={pages.error} again={() => void pages.refetch()} />}
      {pages.data && items.length === 0 && <p className="empty">{w('nobodyFound')}</p>}
      {items.length > 0 && <PeopleTable items={items} />}
      {pages.hasNextPage && <Button onClick={() => void pages.fetchNextPage()}>{w('more')}</Button>}
      <p className="hint">{w('handOverHint')}</p>
      {imports && <BulkImport kind="people" list="people" example={example} />}
    </>
  );
}
