import { deadlineName } from './deadline-names.ts';
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

/** Why the clock opened an order, in words; an overseer's reason is their own words. */
export function automaticReason({ clock, limit }: NonNullable<SupervisionOrder['because']>) {
  const { zh, en } = deadlineName({ name: clock, limit });
  return { zh: `${zh}逾期仍未办理，自动督办`, en: `${en} is late to the last rung of its ladder; opened by the clock` };
}
