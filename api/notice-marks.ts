import { z } from 'zod';
import type { NoticeMark, NoticePageEnd } from '../prisma/notifications.ts';
import { markMoment, readCursor, writeCursor } from './cursor.ts';

/** '17.1772000000000': every notice up to the 17th of this person that was to be told until that moment. */
export function writeMark({ position, until }: NoticeMark): string {
  return `${position}.${until.getTime()}`;
}

/** Reads what {@link writeMark} wrote; its form has been looked at. */
export function readMark(mark: string): NoticeMark {
  const [position = '0', until = '0'] = mark.split('.');
  return { position: BigInt(position), until: new Date(Number(until)) };
}

const form = z.tuple([markMoment, z.string().regex(/^\d{1,18}$/)]);

/** The mark at which the next page of notices begins. */
export function writeNoticeCursor(end: NoticePageEnd | null): string | null {
  return writeCursor(end && [end.notBefore.toISOString(), String(end.position)]);
}

/** @throws Problem 400 input.invalid when it is no mark of ours */
export function readNoticeCursor(cursor: string | undefined): NoticePageEnd | undefined {
  const read = readCursor(form, cursor);
  return read && { notBefore: new Date(read[0]), position: BigInt(read[1]) };
}
