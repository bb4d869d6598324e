import { Link } from 'react-router';
import { AccountPart } from './account-part.tsx';
import { LeavePart } from './leave-part.tsx';
import type { ListedPerson } from './people-table.tsx';
import { RolePart } from './role-part.tsx';
import { useMay } from './use-areas.ts';
import { useWords } from './words.ts';

/** What may be done for one person, by whom it is done: leave by the system, roles and account by the security administrator. */
export function PersonPanel({ one }: { one: ListedPerson }) {
  const w = useWords();
  const [leave, roles, accounts] = [useMay('leave'), useMay('roles'), useMay('accounts')];
  return (
    <div className="person-panel">
      {(leave || roles) && (
        <p className="new">
          <Link to={`/admin/people/${one.id}`}>{w(roles ? 'entitlements' : 'particulars')}</Link>
        </p>
      )}
      {leave && <LeavePart one={one} />}
      {roles && <RolePart one={one} />}
      {accounts && <AccountPart one={one} />}
      {!leave && !roles && !accounts && <p className="hint">{w('notYours')}</p>}
      <p className="hint">{w('importId', { id: one.id })}</p>
    </div>
  );
}
