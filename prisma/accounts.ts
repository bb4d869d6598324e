import type { Day } from '../domain/calendar.ts';
import type { Role } from '../domain/process.ts';
import type { Database } from './client.ts';

/** Who acts, as the organisation says at this moment. */
export interface AccountHolder {
  accountId: string;
  personId: string;
  agency: string;
  roles: Role[];
  name: string;
}

export interface PersonProfile {
  id: string;
  name: string;
  title: string;
  agency: string;
  agencyName: string;
  section: string;
  sectionName: string;
  roles: Role[];
}

/** The account of that user name that may sign in, or null. */
export async function findAccount(
  database: Database,
  username: string,
): Promise<{ id: string; passwordHash: string; personId: string } | null> {
  const account = await database.account.findUnique({ where: { username } });
  return account?.personId && !account.disabled ? { ...account, personId: account.personId } : null;
}

/** Whether somebody has left by that day; nobody has where there is none. */
export async function hasLeft(database: Database, personId: string, today: Day | null): Promise<boolean> {
  const where = { id: personId, leftOn: { lte: new Date(`${today}T00:00:00Z`) } };
  return today !== null && (await database.person.count({ where })) > 0;
}

/** A person with the names of agency and section, as shown to themselves after signing in. */
export async function findPersonProfile(database: Database, personId: string): Promise<PersonProfile | null> {
  const person = await database.person.findUnique({ where: { id: personId } });
  if (!person) return null;
  const agency = await database.agency.findUnique({ where: { id: person.agencyId } });
  const section = await database.section.findUnique({ where: { id: person.sectionId } });
  return {
    id: person.id,
    name: person.name,
    title: person.title,
    agency: person.agencyId,
    agencyName: agency?.name ?? '',
    section: person.sectionId,
    sectionName: section?.name ?? '',
    roles: person.roles as Role[],
  };
}
