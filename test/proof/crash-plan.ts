import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What happens to the first recording of a command. */
export type Trouble = 'heldBefore' | 'heldAfter' | 'losesAnswer' | 'hangs' | 'twice';
/** By command id; a command that is held goes on when it is taken out. */
export type Plan = Record<string, Trouble>;

export function planFile(folder: string): string {
  return join(folder, 'plan.json');
}

/** The line that the worker prints when a command has come to where it is in trouble. */
export function reached(commandId: string): string {
  return `in trouble: ${commandId}`;
}

/** Written whole: the worker reads it at any moment. */
export function writePlan(folder: string, plan: Plan): void {
  const draft = join(folder, 'plan.draft');
  writeFileSync(draft, JSON.stringify(plan));
  renameSync(draft, planFile(folder));
}
