import type { PersonId } from '../domain/state.ts';
import type { Transaction } from './client.ts';
import { Prisma } from './generated/client.ts';

interface Reading {
  personId: PersonId;
  agency: string;
  /** How far this person's reading goes, as the policy says. */
  reach: { ownAgency: boolean; overseen: boolean; ownTasks: boolean };
}

/** The condition that lets through, of all that row-level security shows, the cases that one person may read. */
export async function withinReach(transaction: Transaction, { personId, agency, reach }: Reading): Promise<Prisma.Sql> {
  const overseen = reach.overseen ? await agenciesOverseenBy(transaction, agency) : [];
  const whole = [...(reach.ownAgency ? [agency] : []), ...overseen];
  const tasksIn = reach.ownTasks ? [agency, ...(await agenciesGrantedTo(transaction, agency))] : [];
  const inPart = tasksIn.filter((one) => !whole.includes(one));
  const ways = [
    ...(whole.length > 0 ? [ofAgencies(whole)] : []),
    ...(inPart.length > 0 ? [Prisma.sql`(${ofAgencies(inPart)} AND f.involved @> ${[personId]}::text[])`] : []),
  ];
  return ways.length > 0 ? Prisma.sql`(${Prisma.join(ways, ' OR ')})` : Prisma.sql`false`;
}

function ofAgencies(agencies: string[]): Prisma.Sql {
  return agencies.length === 1
    ? Prisma.sql`f.agency_id = ${agencies[0]}`
    : Prisma.sql`f.agency_id = ANY(${agencies}::text[])`;
}

async function agenciesOverseenBy(transaction: Transaction, agency: string): Promise<string[]> {
  const rows = await transaction.agency.findMany({ where: { overseenBy: agency }, select: { id: true } });
  return rows.map(({ id }) => id);
}

async function agenciesGrantedTo(transaction: Transaction, agency: string): Promise<string[]> {
  const rows = await transaction.agencyGrant.findMany({ where: { granteeId: agency } });
  return rows.map(({ agencyId }) => agencyId);
}
