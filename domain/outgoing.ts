import { isWorkday, dayOf, startOfDay, type Calendar } from './calendar.ts';
import type { NoticeKind } from './notice-kinds.ts';
import type { Millis } from './state.ts';

/** What a message that leaves the system may say of a notice: which of these it is, and nothing else. */
// prettier-ignore
const groups = {
  near: { zh: '临近到期', en: 'due soon' },
  due: { zh: '已到期', en: 'due' },
  late: { zh: '已超期', en: 'overdue' },
  supervised: { zh: '有督办', en: 'under supervision' },
  urged: { zh: '被催办', en: 'urged' },
  todo: { zh: '待办理', en: 'waiting for you' },
  news: { zh: '有新情况', en: 'with news' },
} as const;
type Group = keyof typeof groups;

/** The group of each kind; what is not here is news. */
const groupOf: Partial<Record<NoticeKind, Group>> = {
  reminder: 'near',
  overdue: 'due',
  escalated: 'late',
  supervisionOpened: 'supervised',
  supervisionReturned: 'supervised',
  urged: 'urged',
  task: 'todo',
  returned: 'todo',
  supplementRequested: 'todo',
  resumed: 'todo',
  handedOver: 'todo',
  handedBack: 'todo',
  standIn: 'todo',
};

/**
 * The whole of what leaves: how many cases there are of which group (no names, titles, numbers or ids), and that one
 * signs in to see them.
 * @param cases ids of the cases by kind of notice; a case counts once in a group
 */
export function outgoingWords(cases: Partial<Record<NoticeKind, string[]>>): { zh: string; en: string } {
  const kinds = Object.keys(cases) as NoticeKind[];
  const counts = (Object.keys(groups) as Group[]).flatMap((group) => {
    const own = kinds.filter((kind) => (groupOf[kind] ?? 'news') === group).flatMap((kind) => cases[kind] ?? []);
    const count = new Set(own).size;
    return count > 0 ? [{ count, ...groups[group] }] : [];
  });
  const zh = counts.map((one) => `${one.count} 件案件${one.zh}`).join('、');
  const en = counts.map((one) => `${one.count} ${one.count === 1 ? 'case' : 'cases'} ${one.en}`).join(', ');
  return { zh: `您有 ${zh}，请登录三项办理。`, en: `You have ${en}. Please sign in to Sanxiang.` };
}

/** From when until when messages may leave on a working day, in milliseconds after the day began; null for always. */
export type SendingHours = { from: Millis; to: Millis } | null;

/** Whether messages may leave at this moment: in the hours of a working day (工作日), Shanghai time. */
export function maySend(calendar: Calendar, hours: SendingHours, now: Millis): boolean {
  if (!hours) return true;
  const day = dayOf(now);
  const into = now - startOfDay(day);
  return isWorkday(calendar, day) && into >= hours.from && into < hours.to;
}

/** Milliseconds to wait before the next attempt, by how many were made; null to give up (after the eighth). */
export function pauseAfter(attempts: number): Millis | null {
  const minutes = [1, 5, 15, 60, 120, 240, 480];
  const pause = minutes[attempts - 1];
  return pause === undefined ? null : pause * 60_000;
}
