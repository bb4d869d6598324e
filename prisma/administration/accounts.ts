import type { Transaction } from '../client.ts';
import type { Batch } from './record-kind.ts';

/** An account to be made; its user name is the person's id. */
export interface NewAccount {
  username: string;
  agency: string;
  passwordHash: () => Promise<string>;
}

/** Which of these persons have an account, and whether it is disabled. */
export async function accountsOf(transaction: Transaction, persons: string[]): Promise<Map<string, boolean>> {
  const rows = await transaction.account.findMany({ where: { personId: { in: persons } } });
  return new Map(rows.map((account) => [account.personId ?? '', account.disabled]));
}

/** Accounts as changes like others; no hash is among what is kept of them. */
export function newAccounts(accounts: NewAccount[]): Batch {
  return {
    changes: accounts.map(({ username, agency }) => ({
      ...{ kind: 'account', id: username, agency, what: 'added' as const },
      ...{ before: null, after: { username, disabled: false }, fields: {} },
    })),
    async write(transaction, agency) {
      const own = accounts.filter((account) => account.agency === agency);
      const data = await Promise.all(
        own.map(async ({ username, passwordHash }) => ({
          ...{ id: username, username, personId: username, passwordHash: await passwordHash() },
        })),
      );
      if (data.length > 0) await transaction.account.createMany({ data });
    },
  };
}

/** One account disabled, enabled again, or given another password; whoever was signed in with the one before is not any more. */
export function changedAccount(
  { username, agency }: { username: string; agency: string },
  before: { disabled: boolean },
  after: { disabled: boolean; passwordHash?: string },
): Batch {
  const fields = {
    ...(after.disabled !== before.disabled && { disabled: { before: before.disabled, after: after.disabled } }),
    ...(after.passwordHash && { password: { before: null, after: null } }),
  };
  const about = { kind: 'account', id: username, agency, what: 'changed' as const };
  return {
    changes: [
      { ...about, before, after: { disabled: after.disabled, newPassword: Boolean(after.passwordHash) }, fields },
    ],
    async write(transaction) {
      await transaction.account.updateMany({ where: { personId: username }, data: after });
      if (after.disabled || after.passwordHash) await endSessions(transaction, username);
    },
  };
}

async function endSessions(transaction: Transaction, personId: string): Promise<void> {
  await transaction.$executeRaw`
    DELETE FROM session WHERE sess->>'accountId' IN (SELECT id FROM account WHERE person_id = ${personId})`;
}
