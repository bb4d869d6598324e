import { applyChanges, type AdminCommand } from '../../prisma/administration/apply.ts';
import { accountsOf, changedAccount, newAccounts, type NewAccount } from '../../prisma/administration/accounts.ts';
import { findPeople } from '../../prisma/administration/people.ts';
import type { Batch } from '../../prisma/administration/record-kind.ts';
import { hashPassword, randomPassword, rehearsalPassword } from '../../prisma/password.ts';
import { installation } from '../../domain/administration/administrators.ts';
import { problem } from '../problem.ts';
import { demandAgencies, keptApart, type Acting } from './authority.ts';

export type AccountChange = 'open' | 'renewPassword' | 'disable' | 'enable';

/**
 * Opens an account, gives it another password, disables or enables it. The password is told once, in this answer.
 * @throws Problem 404 person.unknown, 403 role.missing, 403 admin.keptApart for one's own, 409 account.exists, account.missing
 */
export async function changeAccount(
  acting: Acting,
  { person: id, what }: { person: string; what: AccountChange },
  command: AdminCommand,
): Promise<{ username: string; disabled: boolean; password: string | undefined }> {
  const { transaction, actor } = acting;
  const [person] = await findPeople(transaction, { id });
  if (!person || person.agency === installation) throw problem('person.unknown');
  await demandAgencies(acting, 'securityAdmin', [person.agency]);
  if (id === actor.personId) throw keptApart({ person: id });
  const disabledBefore = (await accountsOf(transaction, [id])).get(id);
  const password = what === 'open' || what === 'renewPassword' ? randomPassword() : undefined;
  const passwordHash = password && (await hashPassword(password));
  const about = { username: id, agency: person.agency };
  if (what === 'open') {
    if (disabledBefore !== undefined) throw problem('account.exists', { username: id });
    await write(newAccounts([{ ...about, passwordHash: async () => passwordHash ?? '' }]));
    return { username: id, disabled: false, password };
  }
  if (disabledBefore === undefined) throw problem('account.missing', { person: id });
  const disabled = what === 'renewPassword' ? disabledBefore : what === 'disable';
  await write(changedAccount(about, { disabled: disabledBefore }, { disabled, ...(passwordHash && { passwordHash }) }));
  return { username: id, disabled, password };

  function write(batch: Batch): Promise<void> {
    return applyChanges(transaction, [batch], command);
  }
}

/** In profile rehearsal: an account for each of these people who has none yet. */
export async function rehearsalAccounts(
  { transaction }: Acting,
  people: { id: string; agency: string }[],
  secret: string,
): Promise<Batch> {
  const there = await accountsOf(transaction, people.map(({ id }) => id)); // prettier-ignore
  const missing = people.filter(({ id }) => !there.has(id));
  return newAccounts(missing.map(({ id, agency }): NewAccount => ({
    ...{ username: id, agency },
    passwordHash: () => hashPassword(rehearsalPassword(secret, id), 'rehearsal'),
  }))); // prettier-ignore
}
