import { z } from 'zod';
import { noticeKinds, type NoticeKind } from '../../domain/notice-kinds.ts';
import { ladder, type Rung } from '../../domain/process.ts';
import { moment, stageName } from './case-list.ts';

const text = z.string();
const markText = z
  .string()
  .regex(/^\d{1,18}\.\d{1,15}$/)
  .describe('看到哪里为止 How far was seen');

export const noticeParams = z.object({ id: z.string() });
export const noticeId = z.string().regex(/^[1-9]\d{0,17}$/);

export const noticeQuery = z.strictObject({
  unread: z.enum(['true', 'false']).default('false'),
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export const streamQuery = z.strictObject({ after: markText.optional() });
export const streamHeaders = z.object({ 'Last-Event-ID': markText.optional() });
export const readAllBody = z.strictObject({ upTo: markText.optional() });

export const noticeAnswer = z.object({
  id: text,
  kind: z.enum(Object.keys(noticeKinds) as [NoticeKind, ...NoticeKind[]]),
  kindName: text,
  kindNameEn: text,
  text,
  textEn: text,
  /** Of a case, or of a supervision order on an agency. */
  caseId: text.nullable(),
  orderId: text.nullable(),
  /** Null where the reader may no longer read it. */
  title: text.nullable(),
  path: text,
  stage: stageName.nullable(),
  rung: z.enum(Object.keys(ladder) as [Rung, ...Rung[]]).nullable(),
  due: z.iso.date().nullable(),
  at: moment,
  readAt: moment.nullable(),
});
export type NoticeAnswer = z.infer<typeof noticeAnswer>;

export const noticePageAnswer = z.object({
  items: z.array(noticeAnswer),
  nextCursor: text.nullable(),
  total: z.int(),
  unread: z.int(),
  /** Where the live updates go on, and up to where read-all marks. */
  mark: text,
});
export const readAnswer = z.object({ unread: z.int() });
/** What one event `notices` of the stream holds; an event `unread` holds the number alone. */
export const streamedNotices = z.object({ items: z.array(noticeAnswer), unread: z.int(), mark: text });
