import { Prisma } from '../generated/client.ts';
import type { Transaction } from '../client.ts';
import type { SeedFolder, SeedPerson } from './folder.ts';

/** How many rows of one kind a folder has, and how many of them were not there yet. */
export interface Imported {
  zh: string;
  en: string;
  total: number;
  added: number;
}

type Json = Prisma.InputJsonValue;
const skipDuplicates = true;

/** Adds what the folder has and the database has not; what is there stays as it is. Yields once per kind. */
export async function* importOrganisation(transaction: Transaction, folder: SeedFolder): AsyncGenerator<Imported> {
  const { regions, agencies, people, calendar } = folder.organisation;

  yield counted('地区', 'regions', regions, await transaction.region.createMany({ data: regions, skipDuplicates }));

  const agencyRows = agencies.map(({ sections: _sections, parameters: _parameters, ...agency }) => ({
    ...agency,
    hearingThreshold: agency.hearingThreshold ?? Prisma.DbNull,
    collective: agency.collective ?? Prisma.DbNull,
  }));
  yield counted(
    '机关',
    'agencies',
    agencies,
    await transaction.agency.createMany({ data: agencyRows, skipDuplicates }),
  );

  const sections = agencies.flatMap(({ id, sections }) => sections.map((section) => ({ ...section, agencyId: id })));
  yield counted('科室', 'sections', sections, await transaction.section.createMany({ data: sections, skipDuplicates }));

  const persons = people.map(personRow);
  yield counted('人员', 'people', people, await transaction.person.createMany({ data: persons, skipDuplicates }));

  const packs = agencies.flatMap(({ id, parameters }) =>
    parameters.map(({ effectiveFrom, limits }) => ({
      agencyId: id,
      effectiveFrom: new Date(effectiveFrom),
      limits: limits as Json,
    })),
  );
  yield counted(
    '参数包',
    'parameter packs',
    packs,
    await transaction.parameterPack.createMany({ data: packs, skipDuplicates }),
  );

  const { year, source, holidays, makeUpWorkdays } = calendar;
  const years = [{ year, version: 1, source, holidays, makeUpWorkdays }];
  yield counted(
    '日历',
    'calendar years',
    years,
    await transaction.calendarYear.createMany({ data: years, skipDuplicates }),
  );

  const grants = agencies.flatMap(({ id, overseenBy }) =>
    overseenBy ? [{ agencyId: id, granteeId: overseenBy }] : [],
  );
  yield counted(
    '监督授权',
    'oversight grants',
    grants,
    await transaction.agencyGrant.createMany({ data: grants, skipDuplicates }),
  );
}

/** The catalogue of major decisions and the list of enforcement items, each entry as it was published. */
export async function* importCatalogues(transaction: Transaction, folder: SeedFolder): AsyncGenerator<Imported> {
  const entries = folder.catalogue.map((entry) => ({
    id: entry.id,
    version: entry.version,
    agencyId: entry.agency,
    entry: entry as Json,
  }));
  const addedEntries = await transaction.catalogueEntry.createMany({ data: entries, skipDuplicates });
  yield counted('法制审核目录', 'catalogue entries', entries, addedEntries);

  const items = folder.enforcementItems.map((item) => ({ id: item.id, agencyId: item.agency, item: item as Json }));
  const addedItems = await transaction.enforcementItem.createMany({ data: items, skipDuplicates });
  yield counted('执法事项', 'enforcement items', items, addedItems);
}

function personRow(person: SeedPerson) {
  const { phone, gender, firm, remark } = person;
  return {
    id: person.id,
    agencyId: person.agency,
    sectionId: person.section,
    name: person.name,
    title: person.title,
    roles: person.roles,
    certificate: person.certificate ?? Prisma.DbNull,
    legalExam: person.legalExam as Json,
    training: person.training as Json,
    leave: person.leave as Json,
    hiredOn: person.hiredOn ? new Date(person.hiredOn) : null,
    leftOn: person.leftOn ? new Date(person.leftOn) : null,
    particulars: { phone, gender, firm, remark },
  };
}

function counted(zh: string, en: string, rows: unknown[], { count }: { count: number }): Imported {
  return { zh, en, total: rows.length, added: count };
}
