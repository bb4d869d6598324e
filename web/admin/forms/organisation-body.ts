import type { OnRecord } from '../../../api/schemas/admin-reading.ts';
import { chosenIn, givenIn, type Typed } from '../../filing/typed.ts';
import { numberIn } from './form-checks.ts';

type Agency = OnRecord<'organisation'>['agencies'][number];
export type Section = NonNullable<Agency['sections']>[number];

export const sectionDuties = ['firstReviewer', 'head', 'leaderInCharge'] as const;

/** The import of the agency's duties as they are typed; its sections, which it does not name, stay. */
export function agencyBody(typed: Typed, { id }: Agency) {
  const members = chosenIn(typed, 'collective.members');
  const [chair, quorum, rule] = [givenIn(typed, 'collective.chair'), numberIn(typed, 'collective.quorum'), givenIn(typed, 'collective.rule')]; // prettier-ignore
  const none = chair === null && quorum === null && rule === null && members.length === 0;
  return {
    agencies: [
      {
        id,
        legalHead: givenIn(typed, 'legalHead'),
        legalReviewers: chosenIn(typed, 'legalReviewers'),
        collective: none ? null : { chair, members, quorum, ...(rule !== null && { rule }) },
      },
    ],
  };
}

/** The import of one section as it is typed, among the others as they are: an import names an agency's sections in full. */
export function sectionBody(typed: Typed, { id: agency, sections = [] }: Agency, id: string | undefined) {
  const duties = Object.fromEntries(sectionDuties.map((duty) => [duty, givenIn(typed, duty)]));
  const typedSection = { id: id ?? typed['id'], name: typed['name']?.trim() ?? '', kind: typed['kind'], ...duties };
  const all = id === undefined ? [...sections, typedSection] : sections.map((one) => (one.id === id ? typedSection : one)); // prettier-ignore
  return { agencies: [{ id: agency, sections: all }] };
}

/** 'agencies.0.sections.2.name' and the duty 'xltyj-A.head' are fields of the form of that section, others of none. */
export function fieldOfSection(path: string, id: string, index: number): string {
  const [, at, name] = /^agencies\.0\.sections\.(\d+)\.(\w+)$/.exec(path) ?? [];
  if (name) return Number(at) === index ? name : '';
  return path.startsWith(`${id}.`) ? path.slice(id.length + 1) : path === 'id' ? 'id' : '';
}
