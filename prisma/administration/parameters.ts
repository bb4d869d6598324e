import { seriesId } from '../../domain/administration/check-series.ts';
import type { CalendarRecord, PackRecord, SeriesRecord } from '../../domain/administration/records.ts';
import type { Transaction } from '../client.ts';
import { calendarVersion } from '../deadlines.ts';
import { json } from '../events.ts';
import type { CalendarYear } from '../generated/client.ts';
import { dateOf, dayText, type RecordKind } from './record-kind.ts';

const skipDuplicates = true;

/** Packs of parameters by agency and first day. */
export const packs: RecordKind<PackRecord> = {
  kind: 'parameterPack',
  id: (pack) => `${pack.agency} ${pack.effectiveFrom}`,
  agency: (pack) => pack.agency,
  find: async (transaction, records) => {
    const OR = records.map((pack) => ({ agencyId: pack.agency, effectiveFrom: dateOf(pack.effectiveFrom) }));
    const rows = await transaction.parameterPack.findMany({ where: { OR } });
    return rows.map((row) => ({
      agency: row.agencyId,
      effectiveFrom: dayText(row.effectiveFrom) ?? '',
      limits: row.limits as PackRecord['limits'],
      relaxations: row.relaxations as PackRecord['relaxations'],
      ladder: row.ladder as PackRecord['ladder'],
    }));
  },
  add: async (transaction, records) => {
    const data = records.map((pack) => ({
      agencyId: pack.agency,
      effectiveFrom: dateOf(pack.effectiveFrom),
      limits: json(pack.limits),
      relaxations: json(pack.relaxations),
      ladder: json(pack.ladder),
    }));
    await grantReading(transaction, records);
    return (await transaction.parameterPack.createMany({ data, skipDuplicates })).count;
  },
};

/** Whoever may review or sign for another agency may read the cases in which they hold a task. */
async function grantReading(transaction: Transaction, records: PackRecord[]): Promise<void> {
  const data = records.flatMap(({ agency, relaxations: { pooledReviewers, signOffElsewhere } }) =>
    [...(pooledReviewers?.agencies ?? []), ...(signOffElsewhere?.agencies ?? [])].map((granteeId) => ({
      agencyId: agency,
      granteeId,
    })),
  );
  if (data.length > 0) await transaction.agencyGrant.createMany({ data, skipDuplicates });
}

/** Years of the working-day calendar; each further year makes a new version of the whole. */
export const calendarYears: RecordKind<CalendarRecord> = {
  kind: 'calendarYear',
  id: (year) => String(year.year),
  agency: (_year, acting) => acting,
  find: async (transaction, records) => {
    const rows = await transaction.calendarYear.findMany({ where: { year: { in: records.map(({ year }) => year) } } });
    return rows.map(calendarRecord);
  },
  add: async (transaction, records) => {
    const version = (await calendarVersion(transaction)) + 1;
    const data = records.map(({ issuedOn, ...year }) => ({
      ...year,
      version,
      issuedOn: issuedOn ? dateOf(issuedOn) : null,
    }));
    return (await transaction.calendarYear.createMany({ data, skipDuplicates })).count;
  },
};

/** A year as notices write it. */
export function calendarRecord({ version: _, issuedOn, names, ...year }: CalendarYear): CalendarRecord {
  return { ...year, issuedOn: dayText(issuedOn), names: names as CalendarRecord['names'] };
}

/** The last number of each series; it only goes forward. */
export const numberSeries: RecordKind<SeriesRecord> = {
  kind: 'numberSeries',
  id: (record) => `${record.agency} ${seriesId(record)}`,
  agency: (record) => record.agency,
  find: async (transaction, records) => {
    const OR = records.map(({ agency, series, year }) => ({ agencyId: agency, series, year }));
    const rows = await transaction.numberSeries.findMany({ where: { OR } });
    return rows.map(({ agencyId, series, year, last }) => ({ agency: agencyId, series, year, last }));
  },
  add: async (transaction, records) => {
    const data = records.map(({ agency, series, year, last }) => ({ agencyId: agency, series, year, last }));
    return (await transaction.numberSeries.createMany({ data, skipDuplicates })).count;
  },
  change: async (transaction, { agency, series, year, last }) => {
    const agencyId_series_year = { agencyId: agency, series, year };
    await transaction.numberSeries.update({ where: { agencyId_series_year }, data: { last } });
  },
};
