import { dayOf } from '../domain/calendar.ts';
import type { Duties, Facts, PersonFacts, Relaxations } from '../domain/command.ts';
import type { Millis, PersonId } from '../domain/state.ts';
import { packsOf } from '../prisma/deadlines.ts';
import type { Transaction } from '../prisma/client.ts';
import type { Agency, Person, Section } from '../prisma/generated/client.ts';

/**
 * What the organisation says now of the case's agency and section and of every person in the command: read anew for each
 * command, so that a change of roles or certificates counts from the very next one.
 */
export async function readFacts(
  transaction: Transaction,
  {
    agency: agencyId,
    section: sectionId,
    persons,
    now,
  }: { agency: string; section: string; persons: PersonId[]; now: Millis },
): Promise<Facts> {
  const agency = await transaction.agency.findUniqueOrThrow({ where: { id: agencyId } });
  const named = [...new Set([...persons, ...agency.legalReviewers])];
  const [section, legalSection, packs, people, regions] = await Promise.all([
    transaction.section.findUnique({ where: { id: sectionId } }),
    transaction.section.findFirst({ where: { agencyId, kind: 'legal' } }),
    packsOf(transaction, agencyId),
    transaction.person.findMany({ where: { id: { in: named } } }),
    regionsAbove(transaction, agencyId),
  ]);
  return {
    version: agency.version,
    relaxations: (packs.findLast((pack) => pack.from <= dayOf(now))?.relaxations ?? {}) as Relaxations,
    persons: Object.fromEntries(people.map((person) => [person.id, personFacts(person)])),
    duties: dutiesOf(agency, section, legalSection, sectionId, regions),
  };
}

async function regionsAbove(transaction: Transaction, agencyId: string): Promise<string[]> {
  const rows = await transaction.$queryRaw<{ code: string }[]>`
    WITH RECURSIVE above AS (
      SELECT r.code, r.parent, 0 AS depth FROM region r JOIN agency a ON a.region = r.code WHERE a.id = ${agencyId}
      UNION ALL
      SELECT r.code, r.parent, above.depth + 1 FROM region r JOIN above ON r.code = above.parent WHERE above.depth < 8
    ) SELECT code FROM above ORDER BY depth`;
  return rows.map((row) => row.code);
}

function dutiesOf(
  agency: Agency,
  section: Section | null,
  legalSection: Section | null,
  sectionId: string,
  regions: string[],
): Duties {
  const collective = (agency.collective ?? {}) as { chair?: string; members?: string[]; quorum?: number };
  const ours = section?.agencyId === agency.id ? section : null;
  return {
    agency: agency.id,
    regions,
    section: sectionId,
    firstReviewer: ours?.firstReviewer ?? null,
    sectionHead: ours?.head ?? null,
    leaderInCharge: ours?.leaderInCharge ?? null,
    legalHead: agency.legalHead,
    legalLeaderInCharge: legalSection?.leaderInCharge ?? null,
    legalReviewers: agency.legalReviewers,
    chair: collective.chair ?? null,
    members: collective.members ?? [],
    quorum: collective.quorum ?? 1,
    overseenBy: agency.overseenBy,
  };
}

function personFacts(person: Person): PersonFacts {
  const exam = person.legalExam as { passed?: boolean };
  const training = person.training as { year: number }[];
  return {
    id: person.id,
    agency: person.agencyId,
    section: person.sectionId,
    roles: person.roles as PersonFacts['roles'],
    certificate: person.certificate as PersonFacts['certificate'],
    legalExam: exam.passed === true,
    trainedYears: training.map((entry) => entry.year),
    hiredOn: dayOrNull(person.hiredOn),
    leftOn: dayOrNull(person.leftOn),
    leave: person.leave as PersonFacts['leave'],
  };
}

function dayOrNull(date: Date | null): string | null {
  return date ? date.toISOString().slice(0, 10) : null;
}
