import type { Command } from '../command.ts';
import type { Requirement } from '../process.ts';
import type { Refusal } from '../refusal.ts';
import type { CaseState, Filing, Millis } from '../state.ts';

/** All that a requirement may look at. */
export interface Context {
  state: CaseState;
  filing: Filing;
  command: Command;
  now: Millis;
}

/** One condition of an action, named and worded in process.ts. */
export type Check = (context: Context) => Refusal | null;

/** Types a capability's requirements while keeping their names. */
export function requirements<Name extends Requirement>(checks: Record<Name, Check>): Record<Name, Check> {
  return checks;
}
