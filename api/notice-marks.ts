import { z } from 'zod';
import type { NoticeMark, NoticePageEnd } from '../prisma/notifications.ts';
import { problem } from './problem.ts';

/** '17.1772000000000': every notice up to the 17th of this person that was to be told until that moment. */
export function writeMark({ position, until }: NoticeMark): string {
  return `${position}.${until.getTime()}`;
}

/** Reads what {@link writeMark} wrote; its form has been looked at. */
export function readMark(mark: string): NoticeMark {
  const [position = '0', until = '0'] = mark.split('.');
  return { position: BigInt(position), until: new Date(Number(until)) };
}

const form = z.tuple([z.iso.datetime(), z.string().regex(/^\d{1,18}$/)]);

export function writeNoticeCursor(end: NoticePageEnd | null): string | null {
  if (!end) return null;
  return Buffer.from(JSON.stringify([end.notBefore.toISOString(), String(end.position)])).toString('base64url');
}

/** @throws Problem 400 input.invalid when it is no mark of ours */
export function readNoticeCursor(cursor: string | undefined): NoticePageEnd | undefined {
  if (cursor === undefined) return undefined;
  try {
    const [notBefore, position] = form.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return { notBefore: new Date(notBefore), position: BigInt(position) };
  } catch {
    const message = '翻页标记有误；请从第一页开始';
    throw problem('input.invalid', {
      issues: [{ path: 'cursor', message, messageEn: 'not a cursor; begin at the first page' }],
    });
  }
}
