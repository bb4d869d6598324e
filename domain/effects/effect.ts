import type { Arm } from '../command.ts';
import type { Stage } from '../process.ts';
import type { Context } from '../requirements/requirement.ts';
import type { ClockName } from '../state.ts';

/** What an action does beside entering its stage. Everything absent stays as it is. */
export interface Effect {
  to?: Stage;
  arms?: Arm[];
  stops?: ClockName[];
  pass?: 'given' | 'voided';
  round?: number;
  holder?: string[];
}

export type EffectOf = (context: Context) => Effect;
