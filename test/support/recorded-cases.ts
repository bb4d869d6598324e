import type { Cases, Outcome } from '../../api/cases.ts';
import { createActivities } from '../../activities/index.ts';
import type { CaseEvent, Command, Decided } from '../../domain/command.ts';
import { apply, fold } from '../../domain/apply.ts';
import { emptyState, type CaseState } from '../../domain/state.ts';
import { fellDue } from '../../domain/wake.ts';
import type { Database } from '../../prisma/client.ts';
import type { Pool } from '../../prisma/pool.ts';

/** Cases that are decided and recorded where they are asked, one command at a time: for tests of what is read. */
export function recordedCases(database: Database, pool: Pool): Cases {
  const activities = createActivities({ database, pool });

  async function act(caseId: string, agency: string, command: Command): Promise<Outcome> {
    const now = command.at ?? Date.now();
    let state = fold(emptyState, await activities.missedEvents({ caseId, agency, lastSeq: 0 }));
    for (let due = fellDue(state, now); due; due = fellDue(state, now)) {
      state = apply(state, await written(caseId, agency, state, due));
    }
    const result = await activities.record({ caseId, agency, state, command, now });
    if (result.kind === 'refused') return result;
    // Somebody else acted meanwhile: as the workflow does, it is decided again with what they did.
    if (result.kind === 'behind') return act(caseId, agency, command);
    if (result.kind === 'unchanged') throw new Error(command.action);
    const { seq, stage } = result.event;
    return { kind: 'done', answer: { caseId, seq, stage } };
  }

  async function written(caseId: string, agency: string, state: CaseState, decided: Decided): Promise<CaseEvent> {
    const result = await activities.record({ caseId, agency, state, decided });
    if (result.kind !== 'recorded') throw new Error(`${decided.type}: ${result.kind}`);
    return result.event;
  }

  return { act, advance: async () => {}, reachable: async () => true };
}
