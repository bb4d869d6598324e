import type pg from 'pg';
import { Refused } from '../check/our-database.ts';
import type { CaseEvent } from '../domain/command.ts';
import type { FilingWords } from '../prisma/case-file.ts';
import type { StoredEvent } from '../prisma/events.ts';

/** Which cases a rebuild goes through: all that are on record, or those that may be in hand; or the one that is named. */
export interface Choice {
  caseId: string | null;
  mayBeInHand: boolean;
}

// A case whose row is gone may be in hand; an ended one is while an order is not closed or a deadline runs.
const chosen = `FROM case_filing f LEFT JOIN case_file c ON c.id = f.id
  WHERE ($1::text IS NULL OR f.id = $1) AND (NOT $2::boolean OR c.open IS NOT FALSE OR c.first_due_at IS NOT NULL
    OR EXISTS (SELECT FROM supervision_order o WHERE o.case_id = f.id AND o.status <> 'closed'))`;

/** How many there are. @throws Refused when the named case is not on record */
export async function countCases(client: pg.Client, { caseId, mayBeInHand }: Choice): Promise<number> {
  const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int AS count ${chosen}`, [
    caseId,
    mayBeInHand,
  ]);
  const count = rows[0]!.count;
  if (count === 0 && caseId !== null) throw new Refused(`没有这样的案件。 There is no such case: ${caseId}`);
  return count;
}

/** Their ids in order, a page at a time, without holding a transaction open. */
export async function* caseIds(client: pg.Client, { caseId, mayBeInHand }: Choice, size = 500): AsyncGenerator<string> {
  for (let last = ''; ;) {
    const { rows } = await client.query<{ id: string }>(`SELECT f.id ${chosen} AND f.id > $3 ORDER BY f.id LIMIT $4`, [
      caseId,
      mayBeInHand,
      last,
      size,
    ]);
    for (const { id } of rows) yield id;
    if (rows.length < size) return;
    last = rows.at(-1)!.id;
  }
}

/**
 * One case in a transaction that holds its row, so that no command of it commits meanwhile; `work` says whether what it
 * changed stays. Needs no lock where the row is missing: write_event refuses a case without one.
 */
export async function withCase<Result extends { keep: boolean }>(
  client: pg.Client,
  caseId: string,
  work: () => Promise<Result>,
): Promise<Result> {
  await client.query('BEGIN');
  try {
    await client.query('SELECT FROM case_file WHERE id = $1 FOR UPDATE', [caseId]);
    const result = await work();
    await client.query(result.keep ? 'COMMIT' : 'ROLLBACK');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/** What is kept of a case cannot be folded; it is for people to look at, and `npm run check` says more. */
export class Unreadable extends Error {}

/** What was filed and every event, as they are kept for ever. @throws Unreadable when an event is missing, or the filing */
export async function recordOf(
  client: pg.Client,
  caseId: string,
): Promise<{ filed: FilingWords; events: StoredEvent[] }> {
  const filings = await client.query<{ filing: FilingWords }>('SELECT filing FROM case_filing WHERE id = $1', [caseId]);
  const { rows } = await client.query<{ data: CaseEvent; words: Record<string, unknown> }>(
    'SELECT data, words FROM event WHERE case_id = $1 ORDER BY seq',
    [caseId],
  );
  const gap = rows.findIndex(({ data }, index) => data.seq !== index + 1);
  if (gap >= 0) throw new Unreadable(`event ${gap + 1}`);
  if (!rows[0]?.data.input.filing) throw new Unreadable('event 1');
  return { filed: filings.rows[0]!.filing, events: rows.map(({ data, words }) => ({ event: data, words })) };
}

export function sayUnreadable(say: (line: string) => void, caseId: string, { message }: Unreadable): void {
  say(`${caseId}: 事件不完整，未重建 its events are not whole, left as it is: ${message}`);
}
