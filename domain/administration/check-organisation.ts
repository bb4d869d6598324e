import type { Role } from '../process.ts';
import { broken, type Break } from './import-breaks.ts';
import type { AgencyRecord, Collective, PersonRecord, RegionRecord, SectionRecord } from './records.ts';

/** One duty in an agency, who is named for it and the role it needs. */
export interface NamedDuty {
  duty: string;
  person: string;
  role: Role | null;
}

/** Everybody whom an agency and its sections name for a duty. The head of a section that handles no cases needs no role. */
export function namedDuties(agency: AgencyRecord, sections: SectionRecord[]): NamedDuty[] {
  const { chair, members = [] } = (agency.collective ?? {}) as Collective;
  const duty = (name: string, person: string | null | undefined, role: Role | null): NamedDuty[] =>
    person ? [{ duty: name, person, role }] : [];
  return [
    ...duty('legalHead', agency.legalHead, 'legalHead'),
    ...agency.legalReviewers.flatMap((person) => duty('legalReviewers', person, 'legalReviewer')),
    ...duty('collective.chair', chair, 'leader'),
    ...members.flatMap((person) => duty('collective.members', person, 'leader')),
    ...sections.flatMap((section) => [
      ...duty(`${section.id}.firstReviewer`, section.firstReviewer, 'firstReviewer'),
      ...duty(`${section.id}.head`, section.head, section.kind === 'enforcement' ? 'sectionHead' : null),
      ...duty(`${section.id}.leaderInCharge`, section.leaderInCharge, 'leader'),
    ]),
  ];
}

/** Who is named and does not exist, belongs to another agency or lacks the role; `people` by id, as they would then be. */
export function checkDuties(
  agency: AgencyRecord,
  sections: SectionRecord[],
  people: ReadonlyMap<string, Pick<PersonRecord, 'agency' | 'roles'>>,
): Break[] {
  return namedDuties(agency, sections).flatMap(({ duty, person, role }) => {
    const found = people.get(person);
    if (found?.agency !== agency.id) return [broken('import.unknownPerson', 'agency', agency.id, { duty, person })];
    if (role === null || found.roles.includes(role)) return [];
    return [broken('import.roleMissing', 'agency', agency.id, { duty, person, role })];
  });
}

/** The members of the collective, its chair and quorum (集体讨论). */
export function checkCollective(agency: AgencyRecord): Break[] {
  const { chair, members = [], quorum = 1 } = (agency.collective ?? {}) as Collective;
  if (!agency.collective) return [];
  const few = new Set(members).size < quorum;
  return [
    ...(few ? [broken('import.quorum', 'agency', agency.id, { members: members.length, quorum })] : []),
    ...(chair && !members.includes(chair) ? [broken('import.chairNotMember', 'agency', agency.id, { chair })] : []),
  ];
}

/** Sections are never removed. */
export function checkSectionsKept(agency: string, before: SectionRecord[], after: SectionRecord[]): Break[] {
  const kept = new Set(after.map((section) => section.id));
  return before
    .filter((section) => !kept.has(section.id))
    .map((section) => broken('import.sectionRemoved', 'agency', agency, { section: section.id, name: section.name }));
}

/** Regions are added below one that exists, and stay as they are. */
export function checkRegions(regions: RegionRecord[], known: ReadonlyMap<string, RegionRecord>): Break[] {
  const codes = new Set([...known.keys(), ...regions.map((region) => region.code)]);
  return regions.flatMap((region) => {
    const { code, name, parent } = region;
    const before = known.get(code);
    if (before && (before.name !== name || before.parent !== parent)) {
      return [broken('import.regionDiffers', 'region', code, { before: { ...before } })];
    }
    return parent && !codes.has(parent) ? [broken('import.unknownRegion', 'region', code, { region: parent })] : [];
  });
}
