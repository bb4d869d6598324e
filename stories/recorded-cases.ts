import type { Cases, Outcome } from '../api/cases.ts';
import { createActivities } from '../activities/index.ts';
import type { Command } from '../domain/command.ts';
import { apply, fold } from '../domain/apply.ts';
import { emptyState, type CaseState, type Millis } from '../domain/state.ts';
import { fellDue } from '../domain/wake.ts';
import type { Database } from '../prisma/client.ts';
import type { Pool } from '../prisma/pool.ts';
import type { Recorded, RecordRequest } from '../workflows/messages.ts';

/** Cases without workflows: what people do is decided and recorded where it is asked, in virtual time. */
export interface RecordedCases extends Cases {
  /** Records what fell due until this moment, in order, as the case's workflow does. */
  catchUp(caseId: string, agency: string, now: Millis): Promise<CaseState>;
}

/**
 * The cases' way in where there is no Temporal: the same decision and the same record as a workflow makes, one command of
 * a case at a time. For the demo's stories, whose workflows begin when all is told, and for tests of what is read.
 */
export function recordedCases(database: Database, pool: Pool): RecordedCases {
  const activities = createActivities({ database, pool });

  async function act(caseId: string, agency: string, command: Command): Promise<Outcome> {
    const now = command.at ?? Date.now();
    const state = await catchUp(caseId, agency, now);
    const result = await recorded({ caseId, agency, seq: state.seq, command, now });
    if (result.kind === 'refused') return result;
    // Somebody else acted meanwhile: as the workflow does, it is decided again with what they did.
    if (result.kind === 'behind') return act(caseId, agency, command);
    if (result.kind === 'unchanged') throw new Error(command.action);
    const { seq, stage } = result.event;
    return { kind: 'done', answer: { caseId, seq, stage } };
  }

  async function catchUp(caseId: string, agency: string, now: Millis): Promise<CaseState> {
    let state = fold(emptyState, await activities.missedEvents({ caseId, agency, lastSeq: 0 }));
    for (let due = fellDue(state, now); due; due = fellDue(state, now)) {
      const { lateBy: _, ...onTime } = due;
      const result = await recorded({ caseId, agency, seq: state.seq, decided: onTime });
      // Somebody else recorded it meanwhile, or acted: what fell due is looked for anew.
      if (result.kind === 'behind' || result.kind === 'already') return catchUp(caseId, agency, now);
      if (result.kind !== 'recorded') throw new Error(`${due.type}: ${result.kind}`);
      state = apply(state, result.event);
    }
    return state;
  }

  /** Tried again where it failed, as Temporal does: the calendar may be another since deadlines were reckoned last. */
  function recorded(request: RecordRequest): Promise<Recorded> {
    return activities.record(request).catch(() => activities.record(request));
  }

  return { act, catchUp, advance: async () => {}, reachable: async () => true };
}
