import type { AgencyRecord, RegionRecord, SectionRecord } from '../../domain/administration/records.ts';
import type { Transaction } from '../client.ts';
import { json } from '../events.ts';
import { Prisma, type Agency } from '../generated/client.ts';
import type { RecordKind } from './record-kind.ts';

const skipDuplicates = true;

export const regions: RecordKind<RegionRecord> = {
  kind: 'region',
  id: (region) => region.code,
  agency: (_region, acting) => acting,
  find: (transaction, records) =>
    transaction.region.findMany({ where: { code: { in: records.map((region) => region.code) } } }),
  add: async (transaction, data) => (await transaction.region.createMany({ data, skipDuplicates })).count,
};

/** Agencies, each with the right of its overseer to see its cases. */
export const agencies: RecordKind<AgencyRecord> = {
  kind: 'agency',
  id: (agency) => agency.id,
  agency: (agency) => agency.id,
  find: async (transaction, records) => {
    const rows = await transaction.agency.findMany({ where: { id: { in: records.map((agency) => agency.id) } } });
    return rows.map(agencyRecord);
  },
  add: async (transaction, records) => {
    const data = records.map(agencyData);
    const select = { id: true, overseenBy: true };
    const added = await transaction.agency.createManyAndReturn({ data, skipDuplicates, select });
    await grantOversight(transaction, added);
    return added.length;
  },
  change: async (transaction, agency) => {
    const granteeId = agency.overseenBy ?? '';
    await transaction.agency.update({ where: { id: agency.id }, data: agencyData(agency) });
    await transaction.agencyGrant.deleteMany({ where: { agencyId: agency.id, granteeId: { not: granteeId } } });
    await grantOversight(transaction, [agency]);
  },
};

export const sections: RecordKind<SectionRecord> = {
  kind: 'section',
  id: (section) => section.id,
  agency: (section) => section.agency,
  find: (transaction, records) => findSections(transaction, { id: { in: records.map((section) => section.id) } }),
  add: async (transaction, records) =>
    (await transaction.section.createMany({ data: records.map(sectionData), skipDuplicates })).count,
  change: async (transaction, section) => {
    await transaction.section.update({ where: { id: section.id }, data: sectionData(section) });
  },
};

/** The sections of an agency, or of certain ids. */
export async function findSections(
  transaction: Transaction,
  where: Prisma.SectionWhereInput,
): Promise<SectionRecord[]> {
  const rows = await transaction.section.findMany({ where });
  return rows.map(({ agencyId, ...section }) => ({ ...section, agency: agencyId }));
}

export function agencyRecord({ version: _version, ...row }: Agency): AgencyRecord {
  return row as unknown as AgencyRecord;
}

async function grantOversight(
  transaction: Transaction,
  records: Pick<AgencyRecord, 'id' | 'overseenBy'>[],
): Promise<void> {
  const data = records.flatMap(({ id, overseenBy }) => (overseenBy ? [{ agencyId: id, granteeId: overseenBy }] : []));
  if (data.length > 0) await transaction.agencyGrant.createMany({ data, skipDuplicates });
}

function agencyData(agency: AgencyRecord) {
  return {
    ...agency,
    hearingThreshold: agency.hearingThreshold ? json(agency.hearingThreshold) : Prisma.DbNull,
    collective: agency.collective ? json(agency.collective) : Prisma.DbNull,
  };
}

function sectionData({ agency, ...section }: SectionRecord) {
  return { ...section, agencyId: agency };
}
