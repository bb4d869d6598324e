import type { RunsAnswer } from '../../api/schemas/reconciliations.ts';
import { momentInWords } from '../moment.ts';
import { useAuditWords } from './audit-words.ts';
import { PagedList } from './paged-list.tsx';
import { useSaying, useWords } from './words.ts';

type Run = RunsAnswer['items'][number];

/** What watchdog and reconciler found and repaired, latest first. */
export function ReconciliationsPage() {
  return (
    <>
      <h1>{useWords()('reconciliations')}</h1>
      <PagedList<Run>
        path="/api/v1/admin/reconciliations"
        heads={['at', 'run', 'looked', 'found', 'repaired']}
        none="noRuns"
        row={(run) => <Row key={run.id} run={run} />}
      />
    </>
  );
}

function Row({ run: { kind, startedAt, endedAt, looked, found, repaired, differences } }: { run: Run }) {
  const w = useAuditWords();
  const say = useSaying();
  return (
    <tr>
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
  );
}
