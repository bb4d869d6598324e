import { randomUUID } from 'node:crypto';
import { installation, type Administrator } from '../domain/administration/administrators.ts';
import { dayOf } from '../domain/calendar.ts';
import type { PersonRecord } from '../domain/administration/records.ts';
import { accountsOf, changedAccount, newAccounts } from '../prisma/administration/accounts.ts';
import { agencies, sections } from '../prisma/administration/agencies.ts';
import { applyChanges } from '../prisma/administration/apply.ts';
import { findPeople, people } from '../prisma/administration/people.ts';
import { changesOf, knownAs, type Batch } from '../prisma/administration/record-kind.ts';
import { sha256Of } from '../prisma/canonical.ts';
import { inAgency, type Database, type Transaction } from '../prisma/client.ts';
import { takeIn } from '../prisma/commands.ts';
import { hashPassword, randomPassword } from '../prisma/password.ts';
import type { Call } from './call.ts';
import { installationAgency, installationPerson, installationSection } from './installation.ts';

/** Who did it, in the audit trail: whoever operates the computer. No person can have such an id. */
export const operator = '运维 operator';

/** What is asked for cannot be done, and nothing was; the message says why in Chinese and English. */
export class CannotBe extends Error {}

/**
 * What only whoever operates the computer does: appoints and dismisses the installation's three administrators, and gives
 * anybody who has an account another password, for nobody else may do so for an agency's only security administrator. It
 * leaves what every administrator's command leaves: a command on record, what stood before and after, a leaf of the ledger.
 * @param now epoch milliseconds
 * @returns the password where there is a new one; it is kept nowhere
 * @throws CannotBe
 */
export async function operate(database: Database, call: Call, now: number): Promise<{ password: string | null }> {
  const password = call.what === 'dismiss' ? null : randomPassword();
  const passwordHash = password === null ? undefined : await hashPassword(password);
  await inAgency(database, installation, async (transaction) => {
    const [person] = await findPeople(transaction, { id: call.id });
    const batches =
      call.what === 'appoint'
        ? await appointed(transaction, call, person, passwordHash!)
        : await changed(transaction, { ...call, person, passwordHash, today: dayOf(now) });
    await kept(transaction, call, batches, new Date(now));
  });
  return { password };
}

async function appointed(
  transaction: Transaction,
  { role, id, name }: { role: Administrator; id: string; name: string },
  person: PersonRecord | undefined,
  passwordHash: string,
): Promise<Batch[]> {
  if (person) throw new CannotBe(taken(id));
  const there = await knownAs(transaction, agencies, [installationAgency]);
  const rooms = await knownAs(transaction, sections, [installationSection]);
  return [
    changesOf(agencies, there.size > 0 ? [] : [installationAgency], there, installation),
    changesOf(sections, rooms.size > 0 ? [] : [installationSection], rooms, installation),
    changesOf(people, [installationPerson(id, name, role)], new Map(), installation),
    newAccounts([{ username: id, agency: installation, passwordHash: async () => passwordHash }]),
  ];
}

interface Change {
  what: 'dismiss' | 'password';
  id: string;
  person: PersonRecord | undefined;
  passwordHash: string | undefined;
  today: string;
}

async function changed(transaction: Transaction, change: Change): Promise<Batch[]> {
  const { what, id, person, passwordHash, today } = change;
  const disabled = (await accountsOf(transaction, [id])).get(id);
  if (!person || disabled === undefined) throw new CannotBe(unknown(id));
  const about = { username: id, agency: person.agency };
  if (what === 'password')
    return [changedAccount(about, { disabled }, { disabled, ...(passwordHash && { passwordHash }) })];
  if (person.agency !== installation) throw new CannotBe(elsewhere(id));
  return [
    changesOf(people, [{ ...person, leftOn: person.leftOn ?? today }], new Map([[id, person]]), installation),
    ...(disabled ? [] : [changedAccount(about, { disabled }, { disabled: true })]),
  ];
}

/** Writes the changes under a command of their own, all or nothing. */
async function kept(transaction: Transaction, call: Call, batches: Batch[], at: Date): Promise<void> {
  const { what: action, ...words } = call;
  const [caseId, key] = ['-', randomUUID()];
  const id = sha256Of([operator, caseId, action, key]);
  const about = { agencyId: installation, personId: operator, caseId, action, key };
  await takeIn(transaction, { id, ...about, bodyHash: sha256Of(words), words, at });
  await applyChanges(transaction, batches, { id, person: operator, action, at });
  await transaction.$executeRaw`SELECT set_config('app.agency', ${installation}, true)`;
  await transaction.commandIntake.update({ where: { id }, data: { status: 'done', answer: { done: true } } });
}

const taken = (id: string) =>
  `用户名 ${id} 已有人使用，请另取一个；重设密码用 password。 ${id} is somebody’s user name already: choose another, or renew a password with “password”.`;
const unknown = (id: string) => `没有用户 ${id}。 Nobody signs in as ${id}.`;
const elsewhere = (id: string) =>
  `${id} 不是本系统管理单位的管理员，由其机关的系统管理员办理离任。 ${id} is no administrator of the installation: the system administrator of the agency says when somebody leaves.`;
