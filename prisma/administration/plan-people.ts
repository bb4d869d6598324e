import { checkDuties } from '../../domain/administration/check-organisation.ts';
import { checkLeave, leaveOf } from '../../domain/administration/check-leave.ts';
import { checkRoles, orphans } from '../../domain/administration/check-people.ts';
import { broken, occursTwice, type Break } from '../../domain/administration/import-breaks.ts';
import type { PersonRecord } from '../../domain/administration/records.ts';
import type { Transaction } from '../client.ts';
import { canonical } from '../canonical.ts';
import { actFor } from './apply.ts';
import { agencyRecord, findSections } from './agencies.ts';
import { findPeople, openCasesOf, people } from './people.ts';
import { distinct, type Plan, type Planning } from './plan.ts';
import { changesOf, knownAs } from './record-kind.ts';

export type PersonImport = Partial<PersonRecord> & { id: string };
type Known = ReadonlyMap<string, PersonRecord>;

const needed = ['agency', 'section', 'name', 'title'] as const;
const absent = { roles: [], certificate: null, legalExam: {}, training: [], leave: [], hiredOn: null, leftOn: null };

/** People with roles, certificates, training and leave. What is not named of a person stays. */
export async function planPeople(
  { transaction, person: actor, acting }: Planning,
  given: { people: PersonImport[] },
): Promise<Plan> {
  const known = await knownAs(transaction, people, given.people as PersonRecord[]);
  const records = given.people.map((one) => ({ ...absent, ...known.get(one.id), ...one }) as PersonRecord);
  const incomplete = records.flatMap(missing);
  const checks = [
    ...occursTwice('person', records.map((person) => person.id)),
    ...incomplete,
    ...records.filter((person) => (known.get(person.id)?.agency ?? person.agency) !== person.agency)
      .map((person) => broken('import.idOfOtherAgency', 'person', person.id)),
    ...records.flatMap((person) => checkRoles(known.get(person.id) ?? null, person, actor)),
  ]; // prettier-ignore
  const places = checks.length > 0 ? [] : await checkPlaces(transaction, records);
  const consequences = checks.length > 0 || places.length > 0 ? [] : await wouldBreak(transaction, records, known);
  return {
    batches: [changesOf(people, records, known, acting)],
    breaks: [...checks, ...places, ...consequences],
    agencies: distinct(records.map((person) => person.agency)),
  };
}

/** Open cases left behind and duties left without their role, if these people were as given. */
export async function wouldBreak(transaction: Transaction, records: PersonRecord[], known: Known): Promise<Break[]> {
  const breaks: Break[] = [];
  for (const agency of distinct(records.map((person) => person.agency))) {
    const own = records.filter((person) => person.agency === agency);
    breaks.push(...(await leftBehind(transaction, agency, own, known)));
    breaks.push(
      ...(await dutiesLost(transaction, agency, own)),
      ...(await wrongLeave(transaction, agency, own, known)),
    );
  }
  return breaks;
}

function missing(person: PersonRecord): Break[] {
  const fields = needed.filter((name) => person[name] === undefined);
  return fields.length > 0 ? [broken('import.incomplete', 'person', person.id, { fields })] : [];
}

async function checkPlaces(transaction: Transaction, records: PersonRecord[]): Promise<Break[]> {
  const agencies = distinct(records.map((person) => person.agency));
  const rows = await transaction.agency.findMany({ where: { id: { in: agencies } }, select: { id: true } });
  const there = new Set(rows.map(({ id }) => id));
  const sections = await findSections(transaction, { agencyId: { in: agencies } });
  const places = new Set(sections.map(({ agency, id }) => `${agency} ${id}`));
  return records.flatMap(({ id, agency, section }) => {
    if (!there.has(agency)) return [broken('import.unknownAgency', 'person', id, { agency })];
    return places.has(`${agency} ${section}`) ? [] : [broken('import.unknownSection', 'person', id, { section })];
  });
}

async function leftBehind(
  transaction: Transaction,
  agency: string,
  records: PersonRecord[],
  known: Known,
): Promise<Break[]> {
  const existing = records.filter((person) => known.has(person.id));
  if (existing.length === 0) return [];
  await actFor(transaction, agency);
  const open = await openCasesOf(transaction, existing.map((person) => person.id)); // prettier-ignore
  return existing.flatMap((person) => orphans(known.get(person.id)!, person, open) ?? []);
}

/** Only of those whose leave is new; whoever stands in counts as they would then be. */
export async function wrongLeave(
  transaction: Transaction,
  agencyId: string,
  records: PersonRecord[],
  known: Known,
): Promise<Break[]> {
  const fresh = records.filter((person) => canonical(person.leave) !== canonical(known.get(person.id)?.leave ?? []));
  if (fresh.length === 0) return [];
  const others = await findPeople(transaction, { agencyId });
  const then = new Map([...others, ...records].map((person) => [person.id, person]));
  return fresh.flatMap((person) => {
    const before = known.get(person.id);
    return checkLeave(person, then, before ? leaveOf(before) : []);
  });
}

/** Only of those who are imported: whoever the lists name besides is not this import's doing. */
async function dutiesLost(transaction: Transaction, agencyId: string, records: PersonRecord[]): Promise<Break[]> {
  const row = await transaction.agency.findUnique({ where: { id: agencyId } });
  if (!row) return [];
  const sections = await findSections(transaction, { agencyId });
  const others = await findPeople(transaction, { agencyId });
  const then = new Map([...others, ...records].map((person) => [person.id, person]));
  const imported = new Set<unknown>(records.map((person) => person.id));
  const lost = checkDuties(agencyRecord(row), sections, then);
  return lost.filter((one) => imported.has(one.details?.['person']));
}
