import { Link } from 'react-router';
import { Failure } from '../failure.tsx';
import { Loading } from '../loading.tsx';
import { usePerson } from '../session.tsx';
import { LeaveForm } from './leave-form.tsx';
import { LeaveRow } from './leave-row.tsx';
import { Said } from './said.tsx';
import './leave.css';
import { useLeave, useLeaveCommand } from './use-leave.ts';
import { useLeaveWords } from './words.ts';

/** One's own leave (请假): what is on record, whom one stands in for, and a new one with who stands in. */
export function LeavePage() {
  const w = useLeaveWords();
  const found = useLeave();
  const command = useLeaveCommand();
  const { id } = usePerson();
  if (found.isPending) return <Loading />;
  if (!found.data) return <Failure error={found.error} again={() => void found.refetch()} />;
  const { leave, standsInFor } = found.data;
  const past = leave.filter(({ when }) => when === 'past');
  return (
    <div className="leave">
      <h1>{w('title')}</h1>
      <p className="hint">{w('about')}</p>
      <section aria-label={w('mine')}>
        <h2>{w('mine')}</h2>
        <Said command={command} />
        {leave.length === past.length && <p className="empty">{w('none')}</p>}
        <ul>
          {leave
            .filter(({ when }) => when !== 'past')
            .map((one) => (
              <LeaveRow key={one.from} one={one} command={command} />
            ))}
        </ul>
        {past.length > 0 && (
          <details>
            <summary>{w('past', { n: past.length })}</summary>
            <ul>
              {past.map((one) => (
                <LeaveRow key={one.from} one={one} command={command} />
              ))}
            </ul>
          </details>
        )}
      </section>
      {standsInFor.length > 0 && (
        <section aria-label={w('standsIn')}>
          <h2>{w('standsIn')}</h2>
          <ul>
            {standsInFor.map(({ name, from, to }) => (
              <li key={`${name} ${from}`}>{w('standsInFor', { name, from, to })}</li>
            ))}
          </ul>
        </section>
      )}
      <LeaveForm />
      <p>
        <Link to={`/hand-over?from=${id}`}>{w('handOver')}</Link>
      </p>
    </div>
  );
}
