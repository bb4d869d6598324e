import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Failure } from '../failure.tsx';
import { Loading } from '../loading.tsx';
import { TableHead } from '../table-head.tsx';
import { useAuditWords, type AuditWord } from './audit-words.ts';
import { usePages } from './use-pages.ts';

interface Given<Item> {
  /** Where it is read, page after page. */
  path: string;
  heads: readonly AuditWord[];
  /** Said where the list is empty. */
  none: AuditWord;
  className?: string;
  /** One record as a row, with its key. */
  row: (item: Item) => ReactNode;
}

/** A list of what happened, latest first, with more below on demand. */
export function PagedList<Item>({ path, heads, none, className = '', row }: Given<Item>) {
  const w = useAuditWords();
  const found = usePages<{ items: Item[]; next: string | null }>(path);
  if (found.isPending) return <Loading />;
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />;
  if (found.items.length === 0) return <p className="empty">{w(none)}</p>;
  return (
    <>
      <table className={`cases ${className}`}>
        <TableHead names={heads} say={w} />
        <tbody>{found.items.map(row)}</tbody>
      </table>
      {found.hasNextPage && <Button onClick={() => void found.fetchNextPage()}>{w('more')}</Button>}
    </>
  );
}
