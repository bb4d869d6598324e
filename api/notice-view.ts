import { dayOf, shanghai } from '../domain/calendar.ts';
import { noticeKinds } from '../domain/notice-kinds.ts';
import { noticeWords } from '../domain/notice-words.ts';
import type { NoticeReader, NoticeRow } from '../prisma/notifications.ts';
import { readingReach } from './policy.ts';
import type { NoticeAnswer } from './schemas/notifications.ts';
import type { SignedIn } from './session.ts';

/** A notice as its reader sees it: the sentence is made now, from codes and the title the case has now. */
export function noticeView({
  position,
  caseId,
  orderId,
  kind,
  stage,
  rung,
  clock,
  dueAt,
  title,
  ...row
}: NoticeRow): NoticeAnswer {
  const due = dueAt?.getTime() ?? null;
  const { zh, en } = noticeWords({ kind, stage, rung, clock, dueAt: due, title });
  return {
    id: String(position),
    kind,
    kindName: noticeKinds[kind].zh,
    kindNameEn: noticeKinds[kind].en,
    text: zh,
    textEn: en,
    caseId,
    orderId,
    title,
    path: caseId === null ? `/api/v1/supervision-orders/${orderId}` : `/api/v1/cases/${caseId}`,
    stage,
    rung,
    due: due === null ? null : dayOf(due),
    at: shanghai(row.notBefore.getTime()),
    readAt: row.readAt && shanghai(row.readAt.getTime()),
  };
}

export function noticeReader({ personId, agency, roles }: SignedIn): NoticeReader {
  return { personId, agency, reach: readingReach(roles) };
}
