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

interface Names {
  persons: Map<PersonId, NamedPerson>;
  sections: Map<string, string>;
  agencies: Map<string, string>;
}

/** The names of these people with their sections, of these sections and agencies, by id, in one round trip; who is not on record is not in it. */
export async function namesOf(
  transaction: Transaction,
  wanted: { persons?: PersonId[]; sections?: string[]; agencies?: string[] },
): Promise<Names> {
  const { persons = [], sections = [], agencies = [] } = wanted;
  const [found] = await transaction.$queryRaw<
    [{ persons: NamedPerson[]; sections: Record<string, string>; agencies: Record<string, string> }]
  >`
    SELECT COALESCE((SELECT jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'title', p.title, 'section', p.section_id,
        'sectionName', COALESCE(s.name, ''), 'roles', p.roles))
      FROM person p LEFT JOIN section s ON s.id = p.section_id WHERE p.id = ANY(${[...new Set(persons)]}::text[])), '[]') AS persons,
    COALESCE((SELECT jsonb_object_agg(id, name) FROM section WHERE id = ANY(${[...new Set(sections)]}::text[])), '{}') AS sections,
    COALESCE((SELECT jsonb_object_agg(id, name) FROM agency WHERE id = ANY(${[...new Set(agencies)]}::text[])), '{}') AS agencies`;
  return {
    persons: new Map(found.persons.map((person) => [person.id, person])),
    sections: new Map(Object.entries(found.sections)),
    agencies: new Map(Object.entries(found.agencies)),
  };
}
