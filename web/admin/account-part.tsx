import { Button } from 'antd';
import type { z } from 'zod';
import type { accountAnswer } from '../../api/schemas/administration-answers.ts';
import { Failure } from '../failure.tsx';
import type { ListedPerson } from './people-table.tsx';
import { useCommand } from './use-command.ts';
import { useWords, type Word } from './words.ts';

const words = {
  open: 'openAccount',
  renewPassword: 'renewPassword',
  disable: 'disable',
  enable: 'enable',
} as const satisfies Record<string, Word>;
type What = keyof typeof words;

/** The account of one person; a password is told once, here. */
export function AccountPart({ one }: { one: ListedPerson }) {
  const w = useWords();
  const { answer, error, busy, send } = useCommand<z.infer<typeof accountAnswer>>(`/api/v1/admin/people/${one.id}/account`); // prettier-ignore
  const possible: What[] =
    one.account === 'none' ? ['open'] : ['renewPassword', one.account === 'open' ? 'disable' : 'enable'];
  return (
    <section aria-label={w('account')}>
      <h2>{w('account')}</h2>
      <p className="line">
        {possible.map((what) => (
          <Button key={what} loading={busy} onClick={() => void send({ what })}>
            {w(words[what])}
          </Button>
        ))}
      </p>
      {answer?.password && (
        <p role="status">{w('password', { username: answer.username, password: answer.password })}</p>
      )}
      {error && <Failure error={error} />}
    </section>
  );
}
