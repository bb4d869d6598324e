import { z } from 'zod';
import { problem } from './problem.ts';

/** The parts of a mark: no year 0 and no null character, with which no row can be compared. */
export const markMoment = z.iso.datetime().refine((moment) => !moment.startsWith('0000'));
export const markId = z
  .string()
  .max(100)
  .refine((id) => !id.includes('\0'));

/** The mark at which the next page begins, opaque to readers; null after the last. */
export function writeCursor(end: (string | null)[] | null): string | null {
  return end && Buffer.from(JSON.stringify(end)).toString('base64url');
}

/**
 * What {@link writeCursor} wrote; undefined for the first page.
 * @throws Problem 400 input.invalid when it is no mark of ours
 */
export function readCursor<Form extends z.ZodType>(form: Form, cursor: string | undefined): z.output<Form> | undefined {
  if (cursor === undefined) return undefined;
  try {
    return form.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    const message = '翻页标记有误；请从第一页开始';
    throw problem('input.invalid', {
      issues: [{ path: 'cursor', message, messageEn: 'not a cursor; begin at the first page' }],
    });
  }
}
