import { z } from 'zod';
import type { CommandInput } from '../../domain/command.ts';
import type { Action } from '../../domain/process.ts';
import { text, texts } from './values.ts';

export type Codes = Omit<CommandInput, 'given'>;

/** The body of one action, and which of it are codes that the process may see; all the rest are words. */
export interface InputRule {
  schema: z.ZodType;
  codes(body: never): Codes;
}

export type InputRules = Partial<Record<Action, InputRule>>;

export function rule<Schema extends z.ZodType>(
  schema: Schema,
  codes: (body: z.output<Schema>) => Codes = () => ({}),
): InputRule {
  return { schema, codes };
}

export const object = z.strictObject;
export const opinion = { opinion: text().optional() };
export const reasons = object({ reasons: texts.optional() });
export const reason = object({ reason: text().optional() });
