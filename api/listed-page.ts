import type { Millis } from '../domain/state.ts';
import { filterConditions, type CaseFilters } from '../prisma/case-filters.ts';
import { inAgency, type Database, type Transaction } from '../prisma/client.ts';
import { listFewCases, listManyCases } from '../prisma/listed-cases.ts';
import { withinReach } from '../prisma/reading-reach.ts';
import { listedCases } from './listed-case.ts';
import { readPageCursor, writePageCursor } from './page-cursor.ts';
import { readingReach, type Reader } from './policy.ts';
import type { CasePageAnswer } from './schemas/case-list.ts';

interface PageAsked {
  reader: Reader;
  filters: CaseFilters;
  cursor: string | undefined;
  limit: number;
  now: Millis;
}

type Condition = Awaited<ReturnType<typeof withinReach>>;

/** A page of the cases that the reader may read and that pass the filters; `within` narrows it further, to a box. */
export async function listedPage(
  database: Database,
  { reader, filters, cursor, limit, now }: PageAsked,
  within?: (transaction: Transaction) => Promise<Condition>,
): Promise<CasePageAnswer> {
  const after = readPageCursor(cursor);
  return inAgency(database, reader.agency, async (transaction) => {
    const readable = await withinReach(transaction, { ...reader, reach: readingReach(reader.roles) });
    const narrower = within ? [await within(transaction)] : [];
    const conditions = [readable, ...narrower, ...filterConditions(filters, now)];
    const list = within || isSearched(filters) ? listFewCases : listManyCases;
    const { rows, next, total } = await list(transaction, conditions, { after, limit });
    const items = await listedCases(transaction, rows, reader.personId, now);
    return { total, items, nextCursor: writePageCursor(next) };
  });
}

function isSearched({ party, number, statute, text }: CaseFilters): boolean {
  return [party, number, statute, text].some((words) => words !== undefined);
}
