import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { roles as roleLabels, type Role } from '../../domain/process.ts';
import type { Transaction } from '../client.ts';
import { hashPassword, randomPassword } from '../password.ts';
import type { SeedFolder } from './folder.ts';
import type { Imported } from './organisation.ts';

export interface DemoAccount {
  username: string;
  password: string;
  name: string;
  role: string;
  agency: string;
}

export const accountsFile = 'demo-accounts.json';

/**
 * One account for each person who has none; the user name is the person's id. Passwords are in the file before they are in the
 * database, so that a run that is killed loses none, and a later run neither changes nor forgets one.
 */
export async function importAccounts(
  transaction: Transaction,
  folder: SeedFolder,
  { dataDir, profile }: { dataDir: string; profile: 'demo' | 'rehearsal' },
): Promise<Imported> {
  const { people, agencies } = folder.organisation;
  const existing = await transaction.account.findMany({ select: { id: true } });
  const known = new Set(existing.map(({ id }) => id));
  const kept = readAccounts(dataDir);
  const missing = people.filter(({ id }) => !known.has(id));
  const added = missing.map((person): DemoAccount => ({
    username: person.id,
    password: kept.find(({ username }) => username === person.id)?.password ?? randomPassword(),
    name: person.name,
    role: person.roles.map((role) => roleLabels[role as Role] ?? role).join('、'),
    agency: agencies.find(({ id }) => id === person.agency)?.shortName ?? person.agency,
  }));
  if (added.length > 0) {
    const others = kept.filter(({ username }) => !added.some((account) => account.username === username));
    writeAccounts(dataDir, [...others, ...added]);
  }
  const data = await Promise.all(
    added.map(async ({ username, password }) => ({
      id: username,
      username,
      personId: username,
      passwordHash: await hashPassword(password, profile),
    })),
  );
  const { count } = await transaction.account.createMany({ data, skipDuplicates: true });
  return { zh: '账号', en: 'accounts', total: people.length, added: count };
}

/** The accounts of the file, or none. */
export function readAccounts(dataDir: string): DemoAccount[] {
  const file = join(dataDir, accountsFile);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as DemoAccount[]) : [];
}

function writeAccounts(dataDir: string, accounts: DemoAccount[]): void {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, accountsFile);
  writeFileSync(`${file}.new`, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
