import { deepReplace } from './deep-replace.ts';
import type { IllegalEntry, Organisation, StoryCase } from './story-shape.ts';

export interface Setting {
  one: StoryCase;
  organisation: Organisation;
}

/** The case and the organisation as an illegal entry wants them before the first step: whole keys are replaced. */
export function applyOverrides({ one, organisation }: Setting, given: IllegalEntry['given']): Setting {
  const { replacePersons = {}, peopleOverride = {}, caseOverride = {}, rightsOverride = {} } = given;
  const changed = { ...one, ...caseOverride } as StoryCase;
  const withRights = { ...changed, rights: { ...changed.rights, ...rightsOverride } } as StoryCase;
  return {
    one: deepReplace(withRights, (text) => replacePersons[text] ?? text),
    organisation: {
      ...organisation,
      agencies: organisation.agencies.map((agency) =>
        agency.id === one.agency ? withReplacedDuties(agency, replacePersons) : agency,
      ),
      people: organisation.people.map((person) => ({ ...person, ...peopleOverride[person.id] })),
    },
  };
}

/** Only these lists of an agency name who may be replaced; the persons themselves stay as they are. */
function withReplacedDuties(
  agency: Organisation['agencies'][number],
  replacePersons: Record<string, string>,
): Organisation['agencies'][number] {
  const other = <T extends string | null | undefined>(id: T) => (id ? (replacePersons[id] ?? id) : id);
  return {
    ...agency,
    legalReviewers: agency.legalReviewers.map(other),
    sections: agency.sections.map((section) => ({
      ...section,
      ...(section.firstReviewer ? { firstReviewer: other(section.firstReviewer) } : {}),
      ...(section.head ? { head: other(section.head) } : {}),
    })),
  };
}
