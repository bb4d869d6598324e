import { leaveOf } from '../../domain/administration/check-leave.ts';
import type { PersonRecord } from '../../domain/administration/records.ts';
import { addDays, daysBetween, type Day } from '../../domain/calendar.ts';
import { categories, roles, type Category, type Role } from '../../domain/process.ts';
import { accountsOf } from '../../prisma/administration/accounts.ts';
import { personRecord } from '../../prisma/administration/people.ts';
import type { Transaction } from '../../prisma/client.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { namesOf } from '../../prisma/names.ts';
import type { PeopleAnswer, PeopleQuery } from '../schemas/admin-reading.ts';

/** A certificate that ends within so many days, or has ended, is to be renewed. */
export const expiringWithinDays = 90;

interface Certificate {
  number: string;
  categories: string[];
  validFrom: Day;
  validTo: Day;
  status: string;
}

/** The people of an agency by section and id, those who left last: what entitles them, their leave, whether they have an account. */
export async function listedPeople(
  transaction: Transaction,
  agencyId: string,
  { q, expiring, after, limit }: PeopleQuery,
  today: Day,
): Promise<PeopleAnswer> {
  const where: Prisma.PersonWhereInput = {
    agencyId,
    ...(q && { OR: [{ name: { contains: q } }, { title: { contains: q } }, { id: { startsWith: q } }] }),
    ...(expiring === 'true' && { certifiedUntil: { lte: addDays(today, expiringWithinDays) }, leftOn: null }),
  };
  const total = await transaction.person.count({ where });
  const rows = await transaction.person.findMany({
    where: { ...where, ...(after && { id: { gt: after } }) },
    orderBy: { id: 'asc' },
    take: limit + 1,
  });
  const records = rows.slice(0, limit).map(personRecord);
  const accounts = await accountsOf(transaction, records.map(({ id }) => id)); // prettier-ignore
  const substitutes = records.flatMap((record) => leaveOf(record).flatMap(({ substitute }) => substitute ?? []));
  const names = await namesOf(transaction, { persons: substitutes, sections: records.map(({ section }) => section) });
  const nameOf = (id: string) => names.persons.get(id)?.name ?? id;
  return {
    total,
    items: records.map((record) => ({
      ...{ id: record.id, name: record.name, title: record.title, hiredOn: record.hiredOn, leftOn: record.leftOn },
      ...{ section: record.section, sectionName: names.sections.get(record.section) ?? '' },
      roles: record.roles.map((role) => ({ role: role as Role, label: roles[role as Role] })),
      certificate: certificateView(record, today),
      leave: leaveOf(record).map(({ from, to, kind = null, substitute = null }) => ({
        ...{ from, to, kind, substitute, substituteName: substitute && nameOf(substitute) },
        when: to < today ? ('past' as const) : from > today ? ('coming' as const) : ('now' as const),
      })),
      account: accounts.has(record.id) ? (accounts.get(record.id) ? ('disabled' as const) : ('open' as const)) : ('none' as const), // prettier-ignore
    })),
    next: rows.length > limit ? (records.at(-1)?.id ?? null) : null,
  };
}

function certificateView({ certificate }: PersonRecord, today: Day): PeopleAnswer['items'][number]['certificate'] {
  if (!certificate) return null;
  const { number, categories: held, validFrom, validTo, status } = certificate as unknown as Certificate;
  const covers = held.map((category) => categories[category as Category] ?? category);
  return {
    ...{ number, covers, validFrom, validTo, status },
    daysLeft: validTo < today ? -daysBetween(validTo, today) : daysBetween(today, validTo),
    expiring: validTo <= addDays(today, expiringWithinDays),
  };
}
