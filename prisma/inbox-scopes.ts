import { claims, type Claim } from '../domain/claims.ts';
import type { Role } from '../domain/process.ts';
import type { PersonId } from '../domain/state.ts';
import type { Transaction } from './client.ts';
import { Prisma } from './generated/client.ts';

export const inboxScopes = ['mine', 'section', 'claimable', 'passedOn'] as const;
export type InboxScope = (typeof inboxScopes)[number];

export interface InboxOwner {
  personId: PersonId;
  agency: string;
  roles: readonly Role[];
}

const heldBy = (person: PersonId) => Prisma.sql`f.holder @> ${[person]}::text[]`;

/** The condition of one box: my tasks, those of my section, those I may take, and those I passed on to others. */
export async function scopeCondition(
  transaction: Transaction,
  scope: InboxScope,
  owner: InboxOwner,
): Promise<Prisma.Sql> {
  const { personId } = owner;
  switch (scope) {
    case 'mine':
      return Prisma.sql`f.open AND f.id IN (SELECT case_id FROM cases_held_by(${[personId]}::text[]))`;
    case 'section':
      return Prisma.sql`f.open AND NOT ${heldBy(personId)} AND ${await ofSections(transaction, owner)}`;
    case 'claimable':
      return Prisma.sql`f.open AND NOT ${heldBy(personId)} AND ${await claimable(transaction, owner)}`;
    case 'passedOn':
      return Prisma.sql`f.open AND NOT ${heldBy(personId)} AND f.involved @> ${[personId]}::text[]`;
  }
}

/** Cases of my section and tasks held in it; of a leader those in their charge, of the agency's head all. */
async function ofSections(transaction: Transaction, { personId, agency }: InboxOwner): Promise<Prisma.Sql> {
  const { collective } = await transaction.agency.findUniqueOrThrow({ where: { id: agency } });
  if ((collective as { chair?: string } | null)?.chair === personId) return Prisma.sql`f.agency_id = ${agency}`;
  const own = await sectionOf(transaction, personId);
  const charged = await transaction.section.findMany({ where: { agencyId: agency, leaderInCharge: personId } });
  const working = own && own.kind !== 'leadership' ? [own] : [];
  const sections = [...working, ...charged].map(({ id }) => id);
  return Prisma.sql`f.agency_id = ${agency} AND (f.section_id = ANY(${sections}::text[]) OR f.holder && ARRAY(
    SELECT p.id FROM person p WHERE p.agency_id = ${agency} AND p.section_id = ANY(${sections}::text[])))`;
}

async function claimable(transaction: Transaction, { personId, agency, roles }: InboxOwner): Promise<Prisma.Sql> {
  const section = await sectionOf(transaction, personId);
  const ways = roles.flatMap((role) => claims[role] ?? []).map((claim) => claimed(claim, personId, section?.id ?? ''));
  if (ways.length === 0) return Prisma.sql`false`;
  return Prisma.sql`f.agency_id = ${agency} AND NOT f.state->'recused' @> to_jsonb(${personId}::text)
    AND (${Prisma.join(ways, ' OR ')})`;
}

function claimed({ asked, as, ownSection, waiting }: Claim, personId: PersonId, section: string): Prisma.Sql {
  const conditions = [
    Prisma.sql`f.asked && ${[...asked]}::text[]`,
    ...(ownSection ? [Prisma.sql`f.section_id = ${section}`] : []),
    ...(as ? [Prisma.sql`NOT ${tookOtherPart(personId, as)}`] : []),
    ...(waiting
      ? [
          Prisma.sql`f.state->'publication'->>'status' = ANY(${[...waiting]}::text[])`,
          Prisma.sql`f.state->'publication'->>'preparedBy' <> ${personId}`,
        ]
      : []),
  ];
  return Prisma.sql`(${Prisma.join(conditions, ' AND ')})`;
}

/** Nobody acts in two groups of one case (separation of duties). */
function tookOtherPart(personId: PersonId, as: string): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM jsonb_array_elements(f.state->'tookPart') part
    WHERE part->>'person' = ${personId} AND part->>'as' <> ${as})`;
}

async function sectionOf(transaction: Transaction, personId: PersonId) {
  const person = await transaction.person.findUnique({ where: { id: personId }, select: { sectionId: true } });
  return person && transaction.section.findUnique({ where: { id: person.sectionId } });
}
