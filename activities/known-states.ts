import { fold } from '../domain/apply.ts';
import { emptyState, type CaseState } from '../domain/state.ts';
import { eventsUpTo } from '../prisma/events.ts';
import type { Pool } from '../prisma/pool.ts';

/** Cases whose state is kept; some thirty kilobytes each. */
const kept = 200;

/** States of cases as last recorded here, so that they need not travel with every command. */
export interface KnownStates {
  /** The case after its event of this number: events never change, so that what is kept is what the database would give. */
  at(agency: string, caseId: string, seq: number): Promise<CaseState>;
  /** To be told only of what is committed. */
  keep(caseId: string, state: CaseState): void;
}

/** Keeps the states of the cases recorded last, and folds any other from its events. */
export function createKnownStates(pool: Pool): KnownStates {
  const states = new Map<string, CaseState>();
  return {
    async at(agency, caseId, seq) {
      if (seq === 0) return emptyState;
      const known = states.get(caseId);
      if (known?.seq === seq) return known;
      const state = fold(emptyState, await eventsUpTo(pool, agency, caseId, seq));
      if (state.seq !== seq) throw new TypeError(`case ${caseId} has no event ${seq} on record`);
      return state;
    },
    keep(caseId, state) {
      states.delete(caseId);
      states.set(caseId, state);
      const [oldest] = states.keys();
      if (states.size > kept && oldest !== undefined) states.delete(oldest);
    },
  };
}
