import { z } from 'zod';
import type { PageEnd } from '../prisma/listed-cases.ts';
import { markId, markMoment, readCursor, writeCursor } from './cursor.ts';

const form = z.tuple([markMoment.nullable(), markId]);

/** The mark at which the next page of cases begins. */
export function writePageCursor(end: PageEnd | null): string | null {
  return writeCursor(end && [end.dueAt?.toISOString() ?? null, end.id]);
}

/**
 * Where the page before ended; undefined for the first.
 * @throws Problem 400 input.invalid when it is no mark of ours
 */
export function readPageCursor(cursor: string | undefined): PageEnd | undefined {
  const read = readCursor(form, cursor);
  return read && { dueAt: read[0] === null ? null : new Date(read[0]), id: read[1] };
}
