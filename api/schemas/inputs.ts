import type { Action } from '../../domain/process.ts';
import type { InputRule } from './input-rule.ts';
import { contentInputs } from './inputs/content.ts';
import { decisionInputs } from './inputs/decision.ts';
import { fulfilmentInputs } from './inputs/fulfilment.ts';
import { oversightInputs, refusedToAll } from './inputs/oversight.ts';
import { recordInputs } from './inputs/record.ts';
import { reviewInputs } from './inputs/review.ts';

const inputs: Partial<Record<Action, InputRule>> = {
  ...recordInputs,
  ...contentInputs,
  ...reviewInputs,
  ...decisionInputs,
  ...fulfilmentInputs,
  ...oversightInputs,
};

/** What the body of an action may hold; null for what is no action of a case. */
export function inputRuleOf(action: string): InputRule | null {
  if (action === 'deleteRecord' || action === 'editRecord') return refusedToAll;
  return Object.hasOwn(inputs, action) ? (inputs[action as Action] ?? null) : null;
}

/** Every action with the schema of its body: what the API description lists. */
export const describedInputs = Object.entries(inputs).map(([action, { schema }]) => ({
  action: action as Action,
  schema,
}));

/** The names of the fields that hold something: non-blank texts, non-empty lists, anything else that is there. */
export function givenIn(body: Record<string, unknown>): string[] {
  return Object.keys(body).filter((key) => holdsSomething(body[key]));
}

function holdsSomething(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  if (Array.isArray(value)) return value.some(holdsSomething);
  return value !== null && value !== undefined;
}
