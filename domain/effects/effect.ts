import type { Arm, Decided } from '../command.ts';
import type { Stage } from '../process.ts';
import type { Context } from '../requirements/requirement.ts';
import type { ClockName, PersonId, StandIn } from '../state.ts';

/** What an action does beside entering its stage. Everything absent stays as it is. */
export interface Effect {
  to?: Stage;
  arms?: Arm[];
  stops?: ClockName[];
  pauses?: ClockName[];
  resumes?: ClockName[];
  extends?: Decided['extends'];
  frame?: 'push' | 'pop';
  pass?: 'given' | 'voided' | 'offRecord';
  round?: number;
  holder?: PersonId[];
  handlers?: PersonId[];
  reviewer?: PersonId | null;
  took?: Decided['took'];
  told?: PersonId[];
  standIns?: StandIn[];
  asked?: PersonId[];
}

export type EffectOf = (context: Context) => Effect;
