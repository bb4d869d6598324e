import { dayInWords, dayOf } from './calendar.ts';
import { deadlineName } from './deadline-names.ts';
import { noticeKinds, type NoticeKind } from './notice-kinds.ts';
import { stages, type Rung, type Stage } from './process.ts';
import type { ClockName, Millis } from './state.ts';

/** What a notice says, as codes; `title` is the case's or the order's subject, null for somebody who may not read it. */
export interface NoticeCodes {
  kind: NoticeKind;
  /** Null of a supervision order on an agency. */
  stage: Stage | null;
  rung: Rung | null;
  clock: ClockName | null;
  dueAt: Millis | null;
  title: string | null;
}

const orderSays: Partial<Record<NoticeKind, readonly [string, string]>> = {
  supervisionOpened: ['请回复', 'asks for a reply'],
  supervisionReplied: ['已有回复', 'was replied to'],
  supervisionReturned: ['的回复被退回，请再次回复', 'had its reply sent back, please reply again'],
  supervisionClosed: ['已办结', 'is closed'],
};

/** One sentence in each language. It is made when it is read, so that no words are kept with the notice. */
export function noticeWords(codes: NoticeCodes): { zh: string; en: string } {
  if (codes.stage === null) return orderWords(codes);
  const [zh, en] = noticeKinds[codes.kind].says;
  const { title } = codes;
  const stage = stages[codes.stage];
  const deadline = deadlineWords(codes);
  return {
    zh: `${title ? `「${title}」` : '一件案件'}${zh}（${deadline?.zh ?? stage.zh}）`,
    en: `${title ? `“${title}”` : 'A case'} ${en} (${deadline?.en ?? stage.en})`,
  };
}

function orderWords(codes: NoticeCodes): { zh: string; en: string } {
  const { kind, title } = codes;
  const [zh, en] = orderSays[kind] ?? noticeKinds[kind].says;
  const deadline = deadlineWords(codes);
  return {
    zh: `对机关的督办${title ? `「${title}」` : ''}${zh}${deadline ? `（${deadline.zh}）` : ''}`,
    en: `The supervision order on an agency${title ? ` “${title}”` : ''} ${en}${deadline ? ` (${deadline.en})` : ''}`,
  };
}

/** 「送达期限」, 'the limit of Service'; of stages as of all other deadlines. */
function limitOf({ zh, en }: { zh: string; en: string }) {
  return { zh: zh.endsWith('期限') ? zh : `${zh}期限`, en: en.endsWith('limit') ? en : `the limit of ${en}` };
}

function deadlineWords({ stage, rung, clock, dueAt }: NoticeCodes): { zh: string; en: string } | null {
  if (!rung || !clock || dueAt === null) return null;
  if (clock === 'stage' && !stage) return null;
  const name = limitOf(deadlineName({ name: clock, limit: stage ?? 'untilDay' }));
  const day = dayOf(dueAt);
  const ahead = rung === 'halfWay' || rung === 'oneDayBefore';
  return ahead
    ? { zh: `${name.zh}至${dayInWords(day)}`, en: `${name.en} ends on ${day}` }
    : { zh: `${name.zh}已于${dayInWords(day)}届满`, en: `${name.en} ended on ${day}` };
}
