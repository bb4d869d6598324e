import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { openOurDatabase } from '../check/our-database.ts';
import type { WorkflowSettings } from '../config.ts';
import { fold } from '../domain/apply.ts';
import { isInHand } from '../domain/ended.ts';
import { emptyState } from '../domain/state.ts';
import { withAnswers } from '../workflows/case-start.ts';
import { caseIds, countCases, recordOf, sayUnreadable, Unreadable, withCase } from './cases.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { beginOrders, type OrdersResult } from './orders.ts';
import { createProgress, type Say } from './progress.ts';
import { openCaseStarter, type CaseStarter } from './start-case.ts';

export interface WorkflowsOptions {
  /** The one case; all that are in hand when null. */
  caseId?: string | null;
  /** Most workflows begun in a second: each may catch up with what fell due at once. */
  perSecond?: number;
  say?: Say;
}

/** What was found, in numbers of cases. */
export interface WorkflowsResult {
  cases: number;
  started: number;
  running: number;
  /** Nothing is in hand, or nothing any more while this ran: they need none. */
  ended: number;
  /** Their events are not whole, or their read model has to be rebuilt first. */
  failed: number;
  /** Supervision orders on agencies that are not closed, where there are any. */
  orders?: OrdersResult;
}

/**
 * Begins the workflow of each case in hand that has none, with the state folded from its events and the last answers: the
 * same as continue-as-new carries. One that runs is told up to which number there are events, for a command may have been
 * written whose task Temporal lost; told of the end of its case, it ends. While one is begun the case's row is held, so that no command commits between reading
 * and beginning.
 * @param ownerUrl as a role from which no row is hidden and that may lock them
 * @throws Refused with one sentence, and nothing more is done
 */
export async function rebuildWorkflows(
  ownerUrl: string | undefined,
  settings: WorkflowSettings,
  { caseId = null, perSecond = 50, say = () => {} }: WorkflowsOptions = {},
): Promise<WorkflowsResult> {
  const client = await openOurDatabase(ownerUrl, ['case_file']);
  let starter: CaseStarter | undefined;
  try {
    await oneAtATime(client);
    starter = await openCaseStarter(settings);
    const choice = { caseId, mayBeInHand: true };
    const result: WorkflowsResult = { cases: 0, started: 0, running: 0, ended: 0, failed: 0 };
    const progress = createProgress(say, await countCases(client, choice));
    const inHand = new Set<string>();
    for await (const id of caseIds(client, choice)) {
      inHand.add(id);
      const next = Date.now() + 1_000 / perSecond;
      const found = await beginOne(client, starter, id, say);
      result.cases += 1;
      result[found] += 1;
      progress.next();
      if (found === 'started') await sleep(Math.max(0, next - Date.now()));
    }
    if (caseId === null) await tellTheEnd(client, starter, inHand);
    const orders = caseId === null ? await beginOrders(client, starter) : null;
    return { ...result, ...(orders && orders.orders > 0 && { orders }) };
  } finally {
    await starter?.close();
    await client.end();
  }
}

async function tellTheEnd(client: pg.Client, starter: CaseStarter, inHand: Set<string>): Promise<void> {
  for await (const caseId of starter.running()) {
    if (inHand.has(caseId)) continue;
    const { rows } = await client.query<{ seq: number }>('SELECT last_seq AS seq FROM case_file WHERE id = $1', [
      caseId,
    ]);
    if (rows[0]) await starter.tell(caseId, rows[0].seq);
  }
}

export type Found = Exclude<keyof WorkflowsResult, 'cases' | 'orders'>;

/**
 * Begins one case's workflow, or tells the one that runs up to which number there are events.
 * @param client sees the case and may lock its row
 */
export async function beginOne(client: pg.Client, starter: CaseStarter, caseId: string, say: Say): Promise<Found> {
  try {
    const { found, seq } = await withCase(client, caseId, async () => ({ keep: false, ...(await begin()) }));
    // Told when the row is free again: what the workflow is at work on may be waiting for it.
    if (found !== 'running' || (await starter.tell(caseId, seq))) return found;
    say(`${caseId}: 没有进程接办，稍后再运行 no worker takes it, run this again later`);
    return 'failed';
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    sayUnreadable(say, caseId, error);
    return 'failed';
  }

  async function begin(): Promise<{ found: Found; seq: number }> {
    const events = (await recordOf(client, caseId)).events.map(({ event }) => event);
    const state = fold(emptyState, events);
    if (!isInHand(state)) return { found: 'ended', seq: state.seq };
    const { rows } = await client.query<{ seq: number }>('SELECT last_seq AS seq FROM case_file WHERE id = $1', [
      caseId,
    ]);
    if (rows[0]?.seq !== state.seq) {
      say(`${caseId}: 请先重建读模型 rebuild the read model first`);
      return { found: 'failed', seq: state.seq };
    }
    const begun = { caseId, agency: state.filing!.agency, state, answered: withAnswers([], events) };
    return { found: (await starter.start(begun)) ? 'started' : 'running', seq: state.seq };
  }
}
