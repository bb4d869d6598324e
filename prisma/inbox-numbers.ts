import type { Calendar } from '../domain/calendar.ts';
import { dueWindow, dueWindows } from '../domain/due-window.ts';
import type { Millis } from '../domain/state.ts';
import type { Transaction } from './client.ts';
import { filterConditions } from './case-filters.ts';
import { Prisma } from './generated/client.ts';
import { scopeCondition, type InboxOwner } from './inbox-scopes.ts';

/** How many tasks of this person are late, due today, due soon; how many they passed on, and how many they may take. */
export async function inboxNumbers(
  transaction: Transaction,
  owner: InboxOwner,
  { now, calendar }: { now: Millis; calendar: Calendar },
) {
  const among = dueWindows.map((window) => {
    const conditions = filterConditions({ due: dueWindow(window, calendar, now) }, now);
    return Prisma.sql`count(*) FILTER (WHERE ${Prisma.join(conditions, ' AND ')})::int AS ${Prisma.raw(window)}`;
  });
  const mine = await scopeCondition(transaction, 'mine', owner);
  const [due] = await transaction.$queryRaw<[{ late: number; today: number; soon: number }]>`
    SELECT ${Prisma.join(among)} FROM case_file f WHERE ${mine}`;
  return { ...due, passedOn: await count('passedOn'), claimable: await count('claimable') };

  async function count(scope: 'passedOn' | 'claimable'): Promise<number> {
    const within = await scopeCondition(transaction, scope, owner);
    const [found] = await transaction.$queryRaw<[{ count: number }]>`
      SELECT count(*)::int AS count FROM case_file f WHERE ${within}`;
    return found.count;
  }
}

/** The sections of an agency, and its people who can hold a task: by what a workbench is narrowed. */
export async function inboxPlaces(transaction: Transaction, agencyId: string) {
  const sections = await transaction.section.findMany({
    where: { agencyId },
    select: { id: true, name: true },
    orderBy: { id: 'asc' },
  });
  const holders = await transaction.person.findMany({
    where: {
      agencyId,
      roles: {
        hasSome: ['handler', 'firstReviewer', 'sectionHead', 'legalReviewer', 'legalHead', 'adviser', 'leader'],
      },
    },
    select: { id: true, name: true },
    orderBy: { id: 'asc' },
  });
  return { sections, holders };
}
