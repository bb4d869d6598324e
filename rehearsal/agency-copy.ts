import { deepReplace } from './deep-replace.ts';
import type { Setting } from './overrides.ts';
import type { IllegalEntry, Organisation } from './story-shape.ts';

export interface AgencyCopy extends Setting {
  entry: IllegalEntry;
  /** Makes the copy's ids of the folder's, in whatever else names them (catalogue, items). */
  withCopiedIds: <T>(value: T) => T;
}

/**
 * A copy of the case, its agency and its overseeing bureau, of their own for one illegal entry: every id of the case, the
 * two agencies, their sections and people carries the entry's id in front. Texts that only mention an id stay.
 */
export function copyAgency({ one, organisation }: Setting, entry: IllegalEntry): AgencyCopy {
  const agencies = agencyAndBureau(organisation, one.agency);
  const people = organisation.people.filter((person) => agencies.some((agency) => agency.id === person.agency));
  const ids = new Set([
    one.id,
    ...agencies.flatMap((agency) => [agency.id, ...agency.sections.map((section) => section.id)]),
    ...people.map((person) => person.id),
  ]);
  const withCopiedIds = <T>(value: T) => deepReplace(value, (text) => (ids.has(text) ? `${entry.id}-${text}` : text));
  return {
    one: withCopiedIds(one),
    organisation: withCopiedIds({ ...organisation, agencies, people }),
    entry: { ...withCopiedIds(entry), id: entry.id },
    withCopiedIds,
  };
}

/** An agency and the bureau that oversees it. */
export function agencyAndBureau(organisation: Organisation, id: string): Organisation['agencies'] {
  const own = organisation.agencies.find((agency) => agency.id === id);
  return organisation.agencies.filter((agency) => agency.id === id || agency.id === own?.overseenBy);
}
