import type { PersonId } from '../domain/state.ts';
import type { Role } from '../domain/process.ts';
import type { Transaction } from './client.ts';

export interface NamedPerson {
  id: PersonId;
  name: string;
  title: string;
  section: string;
  sectionName: string;
  roles: Role[];
}

/** These people with their sections, by id; who is not on record is not in it. */
export async function namedPersons(transaction: Transaction, ids: PersonId[]): Promise<Map<PersonId, NamedPerson>> {
  const people = await transaction.person.findMany({ where: { id: { in: [...new Set(ids)] } } });
  const sections = await sectionNames(
    transaction,
    people.map(({ sectionId }) => sectionId),
  );
  return new Map(
    people.map(({ id, name, title, sectionId, roles }) => [
      id,
      { id, name, title, section: sectionId, sectionName: sections.get(sectionId) ?? '', roles: roles as Role[] },
    ]),
  );
}

/** Names of sections by id. */
export async function sectionNames(transaction: Transaction, ids: string[]): Promise<Map<string, string>> {
  const rows = await transaction.section.findMany({ where: { id: { in: [...new Set(ids)] } } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Names of agencies by id. */
export async function agencyNames(transaction: Transaction, ids: string[]): Promise<Map<string, string>> {
  const rows = await transaction.agency.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
