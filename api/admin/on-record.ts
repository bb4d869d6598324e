import type { PersonRecord } from '../../domain/administration/records.ts';
import { agencyRecord, findSections } from '../../prisma/administration/agencies.ts';
import { catalogueOf, itemsOf } from '../../prisma/administration/catalogues.ts';
import { findPeople } from '../../prisma/administration/people.ts';
import type { Transaction } from '../../prisma/client.ts';
import type { OnRecord, OnRecordKind } from '../schemas/admin-reading.ts';

type Reader<Kind extends OnRecordKind> = (
  transaction: Transaction,
  agency: string,
  id: string | undefined,
) => Promise<OnRecord<Kind>>;

/**
 * What is on record of an agency, as an import of the kind writes it, for forms that change one record of it: imported as it
 * is, it changes nothing. Of people only one, and only what forms show: neither telephone nor leave.
 */
export const onRecord: { [Kind in OnRecordKind]: Reader<Kind> } = {
  async organisation(transaction, agency) {
    const row = await transaction.agency.findUniqueOrThrow({ where: { id: agency } });
    const sections = (await findSections(transaction, { agencyId: agency })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const { id, legalHead, legalReviewers, collective } = agencyRecord(row);
    const duties = { legalHead: legalHead ?? null, legalReviewers, collective: collective ?? null };
    return {
      agencies: [{ id, ...duties, sections: sections.map(({ agency: _, ...section }) => section) }],
    } as OnRecord<'organisation'>;
  },
  async people(transaction, agencyId, id) {
    const found = id === undefined ? [] : await findPeople(transaction, { agencyId, id });
    return { people: found.map(shownOf) } as OnRecord<'people'>;
  },
  async catalogue(transaction, agency, id) {
    const entries = (await catalogueOf(transaction, agency)).filter((entry) => id === undefined || entry.id === id);
    return { entries } as OnRecord<'catalogue'>;
  },
  async items(transaction, agency, id) {
    const items = (await itemsOf(transaction, agency)).filter((item) => id === undefined || item.id === id);
    return { items } as OnRecord<'items'>;
  },
};

function shownOf({ legalExam, ...person }: PersonRecord) {
  const { id, agency, section, name, title, hiredOn, leftOn, certificate, training } = person;
  // Nothing was ever said of the exam of whoever is on record without it.
  const exam = (legalExam as { passed?: boolean }).passed === undefined ? {} : { legalExam };
  return { id, agency, section, name, title, hiredOn, leftOn, certificate, ...exam, training };
}
