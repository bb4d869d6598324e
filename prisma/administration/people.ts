import type { OpenCase, PersonRecord } from '../../domain/administration/records.ts';
import { stages } from '../../domain/process.ts';
import type { Transaction } from '../client.ts';
import { json } from '../events.ts';
import { Prisma, type Person } from '../generated/client.ts';
import { dateOf, dayText, type RecordKind } from './record-kind.ts';

export const people: RecordKind<PersonRecord> = {
  kind: 'person',
  id: (person) => person.id,
  agency: (person) => person.agency,
  find: (transaction, records) => findPeople(transaction, { id: { in: records.map((person) => person.id) } }),
  add: async (transaction, records) =>
    (await transaction.person.createMany({ data: records.map(personData), skipDuplicates: true })).count,
  change: async (transaction, person) => {
    await transaction.person.update({ where: { id: person.id }, data: personData(person) });
  },
};

export async function findPeople(transaction: Transaction, where: Prisma.PersonWhereInput): Promise<PersonRecord[]> {
  const rows = await transaction.person.findMany({ where });
  return rows.map(personRecord);
}

/** Cases of the acting agency that are not final and that one of these persons holds or handles. */
export async function openCasesOf(transaction: Transaction, persons: string[]): Promise<OpenCase[]> {
  const finals = Object.entries(stages).flatMap(([stage, rule]) => (rule.final ? [stage] : []));
  return transaction.$queryRaw<OpenCase[]>`
    SELECT id, title, stage, category, holder,
      ARRAY(SELECT jsonb_array_elements_text(coalesce(state->'handlers', '[]'::jsonb))) AS handlers
    FROM case_file
    WHERE NOT stage = ANY(${finals}) AND (holder && ${persons} OR jsonb_exists_any(coalesce(state->'handlers', '[]'::jsonb), ${persons}))
    ORDER BY id`;
}

export function personRecord(row: Person): PersonRecord {
  const { agencyId, sectionId, particulars, hiredOn, leftOn, ...person } = row;
  return {
    ...(person as unknown as PersonRecord),
    ...(particulars as Pick<PersonRecord, 'phone' | 'gender' | 'firm' | 'remark'>),
    agency: agencyId,
    section: sectionId,
    hiredOn: dayText(hiredOn),
    leftOn: dayText(leftOn),
  };
}

function personData(person: PersonRecord) {
  const { phone, gender, firm, remark } = person;
  return {
    id: person.id,
    agencyId: person.agency,
    sectionId: person.section,
    name: person.name,
    title: person.title,
    roles: person.roles,
    certificate: person.certificate ? json(person.certificate) : Prisma.DbNull,
    legalExam: json(person.legalExam),
    training: json(person.training),
    leave: json(person.leave),
    hiredOn: person.hiredOn ? dateOf(person.hiredOn) : null,
    leftOn: person.leftOn ? dateOf(person.leftOn) : null,
    particulars: { phone, gender, firm, remark },
  };
}
