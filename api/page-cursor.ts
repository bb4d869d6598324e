import { z } from 'zod';
import type { PageEnd } from '../prisma/listed-cases.ts';
import { problem } from './problem.ts';

const form = z.tuple([z.iso.datetime().nullable(), z.string().max(100)]);

/** The mark at which the next page begins; opaque to readers. */
export function writePageCursor(end: PageEnd | null): string | null {
  if (!end) return null;
  return Buffer.from(JSON.stringify([end.dueAt?.toISOString() ?? null, end.id])).toString('base64url');
}

/**
 * Where the page before ended; undefined for the first.
 * @throws Problem 400 input.invalid when it is no mark of ours
 */
export function readPageCursor(cursor: string | undefined): PageEnd | undefined {
  if (cursor === undefined) return undefined;
  try {
    const [dueAt, id] = form.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return { dueAt: dueAt === null ? null : new Date(dueAt), id };
  } catch {
    const message = '翻页标记有误；请从第一页开始';
    throw problem('input.invalid', {
      issues: [{ path: 'cursor', message, messageEn: 'not a cursor; begin at the first page' }],
    });
  }
}
