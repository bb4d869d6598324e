import { calendarRecordOf } from '../../domain/administration/calendar-record.ts';
import { sameDays } from '../../domain/administration/check-calendar.ts';
import { breakMessages } from '../../domain/administration/import-breaks.ts';
import type { CalendarRecord, EntryRecord, ItemRecord, PackRecord } from '../../domain/administration/records.ts';
import { agencies, regions, sections } from '../administration/agencies.ts';
import { catalogueEntries, enforcementItems } from '../administration/catalogues.ts';
import { calendarYears, packs } from '../administration/parameters.ts';
import { people } from '../administration/people.ts';
import type { RecordKind } from '../administration/record-kind.ts';
import type { Transaction } from '../client.ts';
import type { SeedFolder } from './folder.ts';

/** How many records of one kind a folder has, and how many of them were not there yet. */
export interface Imported {
  zh: string;
  en: string;
  total: number;
  added: number;
}

/** Adds what the folder has and the database has not; what is there stays as it is. Yields once per kind. */
export async function* importOrganisation(transaction: Transaction, folder: SeedFolder): AsyncGenerator<Imported> {
  const { organisation } = folder;
  const agencyRecords = organisation.agencies.map(({ sections: _, parameters: __, ...agency }) => agency);
  const sectionRecords = organisation.agencies.flatMap(({ id, sections: own }) =>
    own.map((section) => ({ ...section, agency: id })),
  );
  const packRecords = organisation.agencies.flatMap(({ id, parameters }) =>
    parameters.map((pack) => ({ agency: id, ...pack }) as PackRecord),
  );
  yield await addAll(transaction, regions, organisation.regions, '地区', 'regions');
  yield await addAll(transaction, agencies, agencyRecords, '机关', 'agencies');
  yield await addAll(transaction, sections, sectionRecords, '科室', 'sections');
  yield await addAll(transaction, people, organisation.people, '人员', 'people');
  yield await addAll(transaction, packs, packRecords, '参数包', 'parameter packs');
  yield await addCalendar(transaction, calendarRecordOf(organisation.calendar));
}

/** The catalogue of major decisions and the list of enforcement items, each entry as it was published. */
export async function* importCatalogues(transaction: Transaction, folder: SeedFolder): AsyncGenerator<Imported> {
  const entries = folder.catalogue as unknown as EntryRecord[];
  const items = folder.enforcementItems as unknown as ItemRecord[];
  yield await addAll(transaction, catalogueEntries, entries, '法制审核目录', 'catalogue entries');
  yield await addAll(transaction, enforcementItems, items, '执法事项', 'enforcement items');
}

/** @throws one sentence where the folder's year is published with other days */
async function addCalendar(transaction: Transaction, year: CalendarRecord): Promise<Imported> {
  const [published] = await calendarYears.find(transaction, [year]);
  if (published && !sameDays(year, published)) {
    const { zh, en } = breakMessages['import.calendarDiffers'];
    throw new Error(`${year.year}: ${zh} ${en}`);
  }
  return addAll(transaction, calendarYears, [year], '日历', 'calendar years');
}

async function addAll<R>(
  transaction: Transaction,
  of: RecordKind<R>,
  records: R[],
  zh: string,
  en: string,
): Promise<Imported> {
  return { zh, en, total: records.length, added: await of.add(transaction, records) };
}
