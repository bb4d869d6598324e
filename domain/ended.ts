import { stages } from './process.ts';
import type { CaseState } from './state.ts';

/** At a final stage: archived, terminated or transferred. */
export function isEnded({ stage }: Pick<CaseState, 'stage'>): boolean {
  return stage !== 'none' && stages[stage].final === true;
}

/** Filed, and not ended. */
export function isOpen(state: Pick<CaseState, 'stage'>): boolean {
  return state.stage !== 'none' && !isEnded(state);
}
