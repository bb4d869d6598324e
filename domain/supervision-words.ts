import { stages, type Stage } from './process.ts';
import type { ClockName } from './state.ts';
import type { OrderStatus, SupervisionOrder } from './supervision.ts';

/** What an order that the clock opened asks of the agency. */
export const automaticRequires = {
  zh: '说明原因、整改措施和完成时限',
  en: 'The cause, what is done about it, and by when',
};

// prettier-ignore
export const orderStatuses: Record<OrderStatus | 'closed', { zh: string; en: string }> = {
  open: { zh: '待回复', en: 'Waiting for the reply' }, replied: { zh: '已回复', en: 'Replied' },
  returned: { zh: '回复已退回', en: 'Reply sent back' }, closed: { zh: '已办结', en: 'Closed' },
};

const deadlines: Partial<Record<ClockName, { zh: string; en: string }>> = {
  overall: { zh: '法定办理期限', en: 'The overall limit' },
  serve: { zh: '送达', en: 'Serving' },
  publish: { zh: '公示', en: 'Publication' },
  withdraw: { zh: '撤回公示', en: 'Withdrawing the publication' },
};

/** Why the clock opened an order, in words; an overseer's reason is their own words. */
export function automaticReason({ clock, limit }: NonNullable<SupervisionOrder['because']>) {
  const name = stages[limit as Stage] ?? deadlines[clock] ?? { zh: '期限', en: 'A deadline' };
  const { zh, en } = name;
  return { zh: `${zh}逾期仍未办理，自动督办`, en: `${en} is late to the last rung of its ladder; opened by the clock` };
}
