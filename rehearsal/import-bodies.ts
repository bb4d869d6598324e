import type { AgencyCopy } from './agency-copy.ts';
import type { Lists } from './story-folder.ts';
import type { Organisation } from './story-shape.ts';

type Fields = Record<string, unknown>;
export interface Imports {
  /** Kind and body of each import, in the order in which they go. */
  organisation: [kind: string, body: Fields][];
  /** What belongs to it beside. */
  lists: [kind: string, body: Fields][];
  /** Roles that a person has only for the sake of the agency's lists, to be withdrawn when all is imported. */
  surplus: { person: string; role: string }[];
}

const agencyFields = [
  ...['id', 'name', 'shortName', 'region', 'level', 'creditCode', 'documentWord', 'overseenBy', 'kind', 'categories'],
  ...['hearingThreshold', 'legalHead', 'legalReviewers', 'collective'],
];
const sectionFields = ['id', 'name', 'kind', 'firstReviewer', 'head', 'leaderInCharge'];
const personFields = [
  ...['id', 'agency', 'section', 'name', 'title', 'roles', 'certificate', 'legalExam', 'training', 'leave'],
  ...['hiredOn', 'leftOn', 'phone', 'gender', 'firm', 'remark'],
];

/**
 * The imports that bring an entry's copy of its agency and bureau. Lists may only name who holds the role, and an entry may
 * be about somebody who does not: such a person gets the role first and loses it after.
 */
export function importsOf({ organisation, entry, withCopiedIds }: AgencyCopy, lists: Lists): Imports {
  const agencies = organisation.agencies.toSorted(
    (a, b) => Number(Boolean(a.overseenBy)) - Number(Boolean(b.overseenBy)),
  );
  const listed = rolesListed(organisation);
  const surplus = organisation.people.flatMap(({ id, roles }) =>
    (listed.get(id) ?? []).filter((role) => !roles.includes(role)).map((role) => ({ person: id, role })),
  );
  const people = organisation.people.map((person) => {
    const added = surplus.filter((one) => one.person === person.id).map(({ role }) => role);
    return pick({ ...person, roles: [...person.roles, ...added] }, personFields);
  });
  const packs = agencies.flatMap((agency) =>
    listOf(agency['parameters']).map((pack) => ({
      agency: agency.id,
      ...pick(pack, ['effectiveFrom', 'limits', 'relaxations']),
    })),
  );
  const own = (records: Fields[]) =>
    withCopiedIds(records)
      .filter((record) => agencies.some((agency) => agency.id === record['agency']))
      .map((record) => ({ ...record, id: `${entry.id}-${String(record['id'])}` }));
  return {
    organisation: filled([
      ['organisation', { agencies: agencies.map(agencyBody) }],
      ['parameters', { packs }],
      ['people', { people }],
    ]),
    lists: filled([
      ['catalogue', { entries: own(lists.catalogue) }],
      ['items', { items: own(lists.items) }],
    ]),
    surplus,
  };
}

function filled(bodies: [string, Fields][]): [string, Fields][] {
  return bodies.filter(([, body]) => Object.values(body).some((list) => (list as unknown[]).length > 0));
}

function agencyBody(agency: Organisation['agencies'][number]): Fields {
  return { ...pick(agency, agencyFields), sections: agency.sections.map((section) => pick(section, sectionFields)) };
}

/** The roles that the agencies' lists ask of each person. */
function rolesListed({ agencies }: Organisation): Map<string, string[]> {
  const listed = new Map<string, string[]>();
  const add = (person: unknown, role: string) => {
    if (typeof person === 'string') listed.set(person, [...new Set([...(listed.get(person) ?? []), role])]);
  };
  for (const agency of agencies) {
    add(agency['legalHead'], 'legalHead');
    for (const person of agency.legalReviewers) add(person, 'legalReviewer');
    const { chair, members = [] } = (agency['collective'] ?? {}) as { chair?: string; members?: string[] };
    for (const person of [chair, ...members]) add(person, 'leader');
    for (const section of agency.sections) {
      add(section.firstReviewer, 'firstReviewer');
      if (section['kind'] === 'enforcement') add(section.head, 'sectionHead');
      add(section['leaderInCharge'], 'leader');
    }
  }
  return listed;
}

function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? (value as Fields[]) : [];
}

function pick(from: Fields, names: string[]): Fields {
  return Object.fromEntries(names.filter((name) => from[name] !== undefined).map((name) => [name, from[name]]));
}
