import type { AgencyOrder, AgencyOrderEvent } from './agency-order.ts';
import type { NoticeKind } from './notice-kinds.ts';
import { deadlineTold, defaultOfficeStart, type Notice } from './notices.ts';
import type { Millis, PersonId } from './state.ts';
import { whoAnswered } from './supervision.ts';

/** What one person is told of one event of a supervision order on an agency: it is in no stage. */
export type OrderNotice = Omit<Notice, 'stage'>;

const kinds: Partial<Record<AgencyOrderEvent['type'], NoticeKind>> = {
  openSupervision: 'supervisionOpened',
  replySupervision: 'supervisionReplied',
  returnSupervision: 'supervisionReturned',
  closeSupervision: 'supervisionClosed',
  remind: 'reminder',
  markOverdue: 'overdue',
  escalate: 'escalated',
};

/**
 * Whom an event of an order on an agency (督办) tells what, each person once and nobody of their own act: who is asked to reply,
 * whom a rung of the reply deadline or a reply names, and at its end who had answered. A new calendar tells nobody.
 * @param officeStart milliseconds after the beginning of a day at which reminders go out; all else is told at once
 */
export function orderNoticesOf(
  before: AgencyOrder,
  event: AgencyOrderEvent,
  officeStart: Millis = defaultOfficeStart,
): OrderNotice[] {
  const { type, actor, asked = [], told = [] } = event;
  const kind = kinds[type];
  if (!kind) return [];
  const answered = type === 'closeSupervision' || type === 'returnSupervision' ? whoAnswered(before.order) : [];
  const persons = new Set<PersonId>([...asked, ...told, ...answered]);
  const common = deadlineTold(before.clocks, event, officeStart);
  return [...persons].filter((person) => person !== actor).map((person) => ({ person, kind, ...common }));
}
