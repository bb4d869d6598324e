import { Button } from 'antd';
import type { RunsAnswer } from '../../api/schemas/reconciliations.ts';
import { Failure } from '../failure.tsx';
import { Loading } from '../loading.tsx';
import { momentInWords } from '../moment.ts';
import { TableHead } from '../table-head.tsx';
import { useAuditWords } from './audit-words.ts';
import { usePages } from './use-pages.ts';
import { useSaying, useWords } from './words.ts';

/** What watchdog and reconciler found and repaired, latest first. */
export function ReconciliationsPage() {
  const w = useAuditWords();
  const say = useSaying();
  const title = useWords()('reconciliations');
  const runs = usePages<RunsAnswer>('/api/v1/admin/reconciliations');
  if (runs.isPending) return <Loading />;
  if (runs.error) return <Failure error={runs.error} again={() => void runs.refetch()} />;
  return (
    <>
      <h1>{title}</h1>
      {runs.items.length === 0 && <p className="empty">{w('noRuns')}</p>}
      {runs.items.length > 0 && (
        <table className="cases">
          <TableHead names={['at', 'run', 'looked', 'found', 'repaired'] as const} say={w} />
          <tbody>
            {runs.items.map(({ id, kind, startedAt, endedAt, looked, found, repaired, differences }) => (
              <tr key={id}>
                <th scope="row">{momentInWords(startedAt)}</th>
                <td>
                  {w(kind)}
                  {!endedAt && <small>{w('running')}</small>}
                </td>
                <td>{looked}</td>
                <td className={found > repaired ? 'late' : undefined}>
                  {found}
                  {differences.map(({ caseId, inWords: zh, inWordsEn: en }) => (
                    <small key={caseId}>
                      {w('inOwn')}
                      {say({ zh, en })}
                    </small>
                  ))}
                </td>
                <td>{repaired}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {runs.hasNextPage && <Button onClick={() => void runs.fetchNextPage()}>{w('more')}</Button>}
    </>
  );
}
