import { Button } from 'antd';
import type { LedgerAnswer } from '../../api/schemas/admin-reading.ts';
import { Failure } from '../failure.tsx';
import { Loading } from '../loading.tsx';
import { momentOfYearInWords } from '../moment.ts';
import { TableHead } from '../table-head.tsx';
import { useAuditWords } from './audit-words.ts';
import { usePages } from './use-pages.ts';
import { useWords } from './words.ts';

/** The agency's chain of hashes (账本), latest first, each leaf reckoned anew while it is read. */
export function LedgerPage() {
  const w = useAuditWords();
  const title = useWords()('ledger');
  const ledger = usePages<LedgerAnswer>('/api/v1/admin/ledger');
  if (ledger.isPending) return <Loading />;
  if (ledger.error) return <Failure error={ledger.error} again={() => void ledger.refetch()} />;
  const head = ledger.data.pages[0]?.head;
  const broken = ledger.items.filter(({ intact }) => !intact);
  return (
    <>
      <h1>{title}</h1>
      <p className="hint">{w('readOnly')}</p>
      {!head && <p className="empty">{w('noLeaf')}</p>}
      {head && <p className="code">{w('head', head)}</p>}
      {head && broken.length === 0 && <p className="pass">{w('allIntact')}</p>}
      {broken.map(({ seq }) => (
        <p key={seq} role="alert" className="late">
          {w('broken', { seq })}
        </p>
      ))}
      {head && (
        <table className="cases">
          <TableHead names={['seq', 'at', 'kind', 'hash', 'check'] as const} say={w} />
          <tbody>
            {ledger.items.map(({ seq, at, kind, hash, intact }) => (
              <tr key={seq}>
                <th scope="row">{seq}</th>
                <td>{momentOfYearInWords(at)}</td>
                <td>{w(kind as 'event')}</td>
                <td className="code">{hash}</td>
                <td className={intact ? undefined : 'late'}>{w(intact ? 'intact' : 'notIntact')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {ledger.hasNextPage && <Button onClick={() => void ledger.fetchNextPage()}>{w('more')}</Button>}
    </>
  );
}
