import { laddered } from './ladder.ts';
import { stages } from './process.ts';
import type { CaseState } from './state.ts';

/** At a final stage: archived, terminated or transferred. */
export function isEnded({ stage }: Pick<CaseState, 'stage'>): boolean {
  return stage !== 'none' && stages[stage].final === true;
}

/**
 * Whether something is still to be waited for: a case that has not ended, a supervision order that is not closed, a deadline of
 * ours that still runs. Exactly then the case has a running workflow.
 */
export function isInHand(state: Pick<CaseState, 'stage' | 'supervision' | 'clocks'>): boolean {
  if (state.stage === 'none') return false;
  return !isEnded(state) || state.supervision !== null || state.clocks.some(({ name }) => laddered.includes(name));
}

/** Filed, and not ended. */
export function isOpen(state: Pick<CaseState, 'stage'>): boolean {
  return state.stage !== 'none' && !isEnded(state);
}
