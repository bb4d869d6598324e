import { z } from 'zod';
import { shanghai } from '../domain/calendar.ts';
import { markId, markMoment, readCursor, writeCursor } from './cursor.ts';
import type { PublishedCursor, PublishedDecision, PublishedSearch } from '../prisma/published.ts';
import type { PublicAnswer, PublicQuery } from './schemas/public.ts';

const cursorForm = z.tuple([markMoment, markId]);

/** What a reader asks for, as the database is asked; a number may be typed with other brackets around the year. */
export function publishedSearch({ documentNo, party, agency, cursor }: PublicQuery): PublishedSearch {
  return {
    party,
    agency,
    documentNo: documentNo?.replace(/[〔[［(（]\s*(\d{4})\s*[〕\]］)）]/u, '〔$1〕'),
    after: readPublishedCursor(cursor),
  };
}

/** The mark at which the next page of published decisions begins. */
export function writePublishedCursor(cursor: PublishedCursor | null): string | null {
  return writeCursor(cursor && [cursor.publishedAt.toISOString(), cursor.caseId]);
}

function readPublishedCursor(cursor: string | undefined): PublishedCursor | undefined {
  const read = readCursor(cursorForm, cursor === '' ? undefined : cursor);
  return read && { publishedAt: new Date(read[0]), caseId: read[1] };
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
