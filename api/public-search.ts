import { z } from 'zod';
import { shanghai } from '../domain/calendar.ts';
import { problem } from './problem.ts';
import type { PublishedCursor, PublishedDecision, PublishedSearch } from '../prisma/published.ts';
import type { PublicAnswer, PublicQuery } from './schemas/public.ts';

const cursorForm = z.tuple([z.iso.datetime(), z.string().max(100)]);

/** What a reader asks for, as the database is asked; a number may be typed with other brackets around the year. */
export function publishedSearch({ documentNo, party, agency, cursor }: PublicQuery): PublishedSearch {
  return {
    party,
    agency,
    documentNo: documentNo?.replace(/[〔[［(（]\s*(\d{4})\s*[〕\]］)）]/u, '〔$1〕'),
    after: cursor ? readCursor(cursor) : undefined,
  };
}

/** The next page's mark; opaque to readers. */
export function writeCursor(cursor: PublishedCursor | null): string | null {
  if (!cursor) return null;
  return Buffer.from(JSON.stringify([cursor.publishedAt.toISOString(), cursor.caseId])).toString('base64url');
}

/** A published decision as JSON, its moment in +08:00. */
export function publicItem(decision: PublishedDecision): PublicAnswer['items'][number] {
  const { publishedAt, withdrawn } = decision;
  return {
    ...decision,
    publishedAt: shanghai(publishedAt.getTime()),
    withdrawn: withdrawn && { ...withdrawn, at: shanghai(withdrawn.at.getTime()) },
  };
}

function readCursor(cursor: string): PublishedCursor {
  try {
    const [publishedAt, caseId] = cursorForm.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return { publishedAt: new Date(publishedAt), caseId };
  } catch {
    const issue = {
      path: 'cursor',
      message: '翻页标记有误；请从第一页开始',
      messageEn: 'not a cursor; begin at the first page',
    };
    throw problem('input.invalid', { issues: [issue] });
  }
}
