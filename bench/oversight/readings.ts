import { listedPage } from '../../api/listed-page.ts';
import { counts } from '../../api/oversight/counts.ts';
import { overduePage } from '../../api/oversight/due-page.ts';
import { stuckPage } from '../../api/oversight/stuck-page.ts';
import type { Reader } from '../../api/policy.ts';
import { countsQuery, overdueQuery, stuckQuery } from '../../api/schemas/oversight.ts';
import type { Database } from '../../prisma/client.ts';
import { scopeCondition } from '../../prisma/inbox-scopes.ts';
import { syllables, trades } from './cases-sql.ts';
import { shape } from './organisation-sql.ts';

/** One thing that is read; `turn` chooses who reads and what they ask. Answers how many there are in all. */
export type Reading = (database: Database, turn: number) => Promise<number | null>;

const now = Date.parse(shape.now);
const paging = { cursor: undefined, limit: 20 };
const agencyOf = (turn: number) => `a${(turn * 37) % shape.agencies}`;
const overseer = (turn: number): Reader => {
  const agency = `j${turn % shape.bureaus}`;
  return { personId: `${agency}-o1`, agency, roles: ['overseer'] };
};

function holder(turn: number): Reader {
  const agency = agencyOf(turn);
  const [code, role] = ([['h1-1', 'handler'], ['r1', 'legalReviewer'], ['q1', 'legalHead'], ['h3-4', 'handler'], ['s2', 'sectionHead']] as const)[turn % 5]!; // prettier-ignore
  return { personId: `${agency}-${code}`, agency, roles: [role] };
}

/** Two characters that a company's name begins with, and in every second turn the whole name. */
function party(turn: number): string {
  const character = (n: number) => syllables[(n * 31 + turn * 7) % syllables.length]!;
  const begins = character(1) + character(5);
  return turn % 2 === 0 ? begins : `${begins}${trades[turn % trades.length]}有限公司`;
}

/** The five readings of which the benchmark speaks, by the system's own functions. */
export const readings: Record<'inbox' | 'overdue' | 'stuck' | 'stageAgency' | 'partySearch', Reading> = {
  inbox: async (database, turn) => {
    const reader = holder(turn);
    const asked = { reader, filters: {}, ...paging, now };
    return (await listedPage(database, asked, (transaction) => scopeCondition(transaction, 'mine', reader))).total;
  },
  overdue: async (database, turn) =>
    (await overduePage(database, { reader: overseer(turn), now, query: overdueQuery.parse({}) })).total,
  stuck: async (database, turn) =>
    (await stuckPage(database, { reader: overseer(turn), now, virtualTime: false, query: stuckQuery.parse({}) })).total,
  stageAgency: async (database, turn) =>
    (await counts(database, { reader: overseer(turn), now, query: countsQuery.parse({}) })).open,
  partySearch: async (database, turn) => {
    const asked = {
      reader: turn % 3 === 0 ? overseer(turn) : holder(turn),
      filters: { party: party(turn) },
      ...paging,
      now,
    };
    return (await listedPage(database, asked)).total;
  },
};
