import { Button, Select } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import type { roleAnswer } from '../../api/schemas/administration-answers.ts';
import { roles, type Role } from '../../domain/process.ts';
import { Failure } from '../failure.tsx';
import { BreakList } from './break-list.tsx';
import type { ListedPerson } from './people-table.tsx';
import { useCommand } from './use-command.ts';
import { useWords } from './words.ts';

/** Roles of one person, granted and withdrawn one by one; what a withdrawal leaves without anybody is told. */
export function RolePart({ one }: { one: ListedPerson }) {
  const w = useWords();
  const { answer, error, busy, send } = useCommand<z.infer<typeof roleAnswer>>(`/api/v1/admin/people/${one.id}/roles`);
  const [chosen, choose] = useState<Role>();
  const held = one.roles.map(({ role }) => role);
  const options = Object.entries(roles).filter(([role]) => !held.includes(role as Role));
  return (
    <section aria-label={w('roles')}>
      <h2>{w('roles')}</h2>
      <ul>
        {one.roles.map(({ role, label }) => (
          <li key={role}>
            {label}{' '}
            <Button size="small" loading={busy} onClick={() => void send({ role, grant: false })}>
              {w('withdraw')}
            </Button>
          </li>
        ))}
      </ul>
      <p className="line">
        <Select
          aria-label={w('grantRole')}
          placeholder={w('grantRole')}
          value={chosen}
          onChange={(role: Role) => choose(role)}
          options={options.map(([value, label]) => ({ value, label }))}
        />
        <Button
          disabled={!chosen}
          loading={busy}
          onClick={() => void send({ role: chosen, grant: true }).then((done) => done && choose(undefined))}
        >
          {w('grant')}
        </Button>
      </p>
      {answer && answer.leaves.length > 0 && <BreakList breaks={answer.leaves} title={w('leavesBehind')} />}
      {error && <Failure error={error} />}
    </section>
  );
}
