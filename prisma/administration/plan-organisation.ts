import {
  checkCollective,
  checkDuties,
  checkRegions,
  checkSectionsKept,
  namedDuties,
} from '../../domain/administration/check-organisation.ts';
import { broken, occursTwice, type Break } from '../../domain/administration/import-breaks.ts';
import type { AgencyRecord, RegionRecord, SectionRecord } from '../../domain/administration/records.ts';
import type { Transaction } from '../client.ts';
import { agencies, findSections, regions, sections } from './agencies.ts';
import { findPeople } from './people.ts';
import { distinct, type Plan, type Planning } from './plan.ts';
import { changesOf, knownAs } from './record-kind.ts';

export type AgencyImport = Partial<AgencyRecord> & { id: string; sections?: Omit<SectionRecord, 'agency'>[] };

const needed = ['name', 'shortName', 'region', 'level', 'creditCode', 'documentWord'] as const;
const absent = {
  overseenBy: null,
  kind: 'agency',
  categories: [],
  legalHead: null,
  legalReviewers: [],
  collective: null,
};

/** Regions and agencies with their lists and sections. What an agency's import does not name stays; its sections are named in full. */
export async function planOrganisation(
  { transaction, acting }: Planning,
  given: { regions: RegionRecord[]; agencies: AgencyImport[] },
): Promise<Plan> {
  const known = await knownAs(transaction, agencies, given.agencies as AgencyRecord[]);
  const records = given.agencies.map(({ sections: _, ...agency }) => {
    return { ...absent, ...known.get(agency.id), ...agency } as AgencyRecord;
  });
  const own = given.agencies.flatMap(({ id, sections: named = [] }) => named.map((one) => ({ ...one, agency: id })));
  const knownSections = await knownAs(transaction, sections, own);
  const before = await findSections(transaction, { agencyId: { in: records.map((agency) => agency.id) } });
  const kept = before.filter(({ agency }) => !given.agencies.find(({ id }) => id === agency)?.sections);
  const parents = given.regions.map((region) => ({ code: region.parent ?? '', name: '', parent: null }));
  const knownRegions = await knownAs(transaction, regions, [...given.regions, ...parents]);
  const incomplete = records.flatMap(missing);
  const breaks = [
    ...occursTwice('region', given.regions.map((region) => region.code)),
    ...occursTwice('agency', records.map((agency) => agency.id)),
    ...occursTwice('section', own.map((section) => section.id)),
    ...checkRegions(given.regions, knownRegions),
    ...incomplete,
    ...own.filter((section) => (knownSections.get(section.id)?.agency ?? section.agency) !== section.agency)
      .map((section) => broken('import.idOfOtherAgency', 'section', section.id)),
    ...given.agencies.flatMap(({ id, sections: named }) =>
      named ? checkSectionsKept(id, before.filter(({ agency }) => agency === id), own) : []),
    ...(incomplete.length > 0 ? [] : await checkAgencies(transaction, records, [...own, ...kept], given.regions)),
  ]; // prettier-ignore
  return {
    batches: [
      changesOf(regions, given.regions, knownRegions, acting),
      changesOf(agencies, records, known, acting),
      changesOf(sections, own, knownSections, acting),
    ],
    breaks,
    agencies: records.map((agency) => agency.id),
  };
}

function missing(agency: AgencyRecord): Break[] {
  const fields = needed.filter((name) => agency[name] === undefined);
  return fields.length > 0 ? [broken('import.incomplete', 'agency', agency.id, { fields })] : [];
}

async function checkAgencies(
  transaction: Transaction,
  records: AgencyRecord[],
  allSections: SectionRecord[],
  added: RegionRecord[],
): Promise<Break[]> {
  const overseers = distinct(records.map((agency) => agency.overseenBy));
  const overseen = await transaction.agency.findMany({ where: { id: { in: overseers } }, select: { id: true } });
  const regions = records.map((agency) => agency.region);
  const knownRegions = await transaction.region.findMany({ where: { code: { in: regions } } });
  const agencyIds = new Set([...overseen, ...records].map(({ id }) => id));
  const regionCodes = new Set([...knownRegions, ...added].map(({ code }) => code));
  const found: Break[] = [];
  for (const agency of records) {
    const { id, overseenBy, region } = agency;
    const own = allSections.filter((section) => section.agency === id);
    found.push(
      ...(overseenBy && !agencyIds.has(overseenBy)
        ? [broken('import.unknownAgency', 'agency', id, { overseenBy })]
        : []),
      ...(regionCodes.has(region) ? [] : [broken('import.unknownRegion', 'agency', id, { region })]),
      ...checkCollective(agency),
      ...(await dutiesOf(transaction, agency, own)),
    );
  }
  return found;
}

/** An agency's people come after it: while it has none, its lists name people to come. */
async function dutiesOf(transaction: Transaction, agency: AgencyRecord, own: SectionRecord[]): Promise<Break[]> {
  if ((await transaction.person.count({ where: { agencyId: agency.id } })) === 0) return [];
  const named = namedDuties(agency, own).map(({ person }) => person);
  const people = await findPeople(transaction, { id: { in: named } });
  return checkDuties(agency, own, new Map(people.map((person) => [person.id, person])));
}
