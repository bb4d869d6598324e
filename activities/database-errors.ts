import { ApplicationFailure } from '@temporalio/activity';
import { refuse, type Refusal } from '../domain/refusal.ts';

/** SQLSTATE or Prisma code of an error, as deep as it is hidden. */
function codesOf(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 5) return [];
  const { code, originalCode, cause, meta, driverAdapterError } = error as Record<string, unknown>;
  const own = [code, originalCode].filter((value): value is string => typeof value === 'string');
  return [...own, ...[cause, meta, driverAdapterError].flatMap((inner) => codesOf(inner, depth + 1))];
}

/** The gate in the database has spoken (SX002: the content on record is not what passed review). */
export function databaseRefusal(error: unknown): Refusal | null {
  return codesOf(error).includes('SX002') ? refuse('gate.contentChanged') : null;
}

/** What is to be written is there already. */
export function isDuplicate(error: unknown): boolean {
  return codesOf(error).some((code) => code === '23505' || code === 'P2002');
}

/**
 * What recording throws: a lasting fault is not tried again, and says of itself in logs and histories its kind and the
 * database's codes, no words; any other is thrown as it is, for Temporal to try again.
 */
export function recordingFailure(error: unknown): unknown {
  if (!isLasting(error)) return error;
  const kind = error instanceof Error ? error.name : typeof error;
  return ApplicationFailure.nonRetryable('recording failed', 'record.failed', kind, ...codesOf(error));
}

/** Whether trying again cannot help: a fault of ours or a constraint, not a database that is away or busy. */
function isLasting(error: unknown): boolean {
  if (error instanceof TypeError || error instanceof RangeError) return true;
  const name = error instanceof Error ? error.name : '';
  const constraint = /^(P2002|P2003|P2004|P2011|P2025|22...|23...|42...|SX00\d)$/;
  return name === 'PrismaClientValidationError' || codesOf(error).some((code) => constraint.test(code));
}
