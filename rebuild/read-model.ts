import { openOurDatabase } from '../check/our-database.ts';
import { derivedRows, derivedTables } from '../prisma/derived-rows.ts';
import { noticeRowsOf } from '../prisma/notice-rows.ts';
import { caseIds, countCases, recordOf, sayUnreadable, Unreadable, withCase } from './cases.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { rebuildOrders, type OrdersResult } from './orders.ts';
import { createProgress, type Say } from './progress.ts';
import { writeDerived } from './write-derived.ts';
import { writeNotices } from './write-notices.ts';

export interface ReadModelOptions {
  /** The one case; all of them when null. */
  caseId?: string | null;
  /** Say which cases differ, and leave everything as it is. */
  dryRun?: boolean;
  say?: Say;
}

/** What was found, in numbers of cases. */
export interface ReadModelResult {
  cases: number;
  /** They were as the events give them, and were not written. */
  same: number;
  /** They differed, and are as the events give them now; in a dry run they still differ. */
  differed: number;
  /** Their events cannot be read: nothing was changed. */
  failed: number;
  /** Supervision orders on agencies, where there are any. */
  orders?: OrdersResult;
}

/**
 * Writes the read model, search words, due moments and notices of each case anew from its events: a case a transaction, under the
 * lock of its row, so that it is safe beside a running system, and after a stop in the middle to be run again.
 * Then the same for supervision orders on agencies.
 * @param ownerUrl as the owner of the tables; the application's role may not delete
 * @throws Refused with one sentence, and nothing is done
 */
export async function rebuildReadModel(
  ownerUrl: string | undefined,
  { caseId = null, dryRun = false, say = () => {} }: ReadModelOptions = {},
): Promise<ReadModelResult> {
  const client = await openOurDatabase(ownerUrl, [...Object.keys(derivedTables), 'notification']);
  try {
    await oneAtATime(client);
    const choice = { caseId, mayBeInHand: false };
    const result: ReadModelResult = { cases: 0, same: 0, differed: 0, failed: 0 };
    const progress = createProgress(say, await countCases(client, choice));
    for await (const id of caseIds(client, choice)) {
      result.cases += 1;
      result[await rebuildOne(id)] += 1;
      progress.next();
    }
    const orders = caseId === null ? await rebuildOrders(client, dryRun, say) : null;
    return { ...result, ...(orders && orders.orders > 0 && { orders }) };
  } finally {
    await client.end();
  }

  async function rebuildOne(id: string): Promise<'same' | 'differed' | 'failed'> {
    try {
      const { differed } = await withCase(client, id, async () => {
        const { filed, events } = await recordOf(client, id);
        const tables: string[] = await writeDerived(client, id, derivedRows(filed, events));
        const differing = await writeNotices(
          client,
          { key: 'case_id', table: 'case_filing', id },
          noticeRowsOf(events.map(({ event }) => event)),
        );
        const all = differing ? [...tables, 'notification'] : tables;
        return { keep: !dryRun && all.length > 0, differed: all };
      });
      if (differed.length > 0 && dryRun) say(`${id}: 不同 differs: ${differed.join(', ')}`);
      return differed.length > 0 ? 'differed' : 'same';
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      sayUnreadable(say, id, error);
      return 'failed';
    }
  }
}
