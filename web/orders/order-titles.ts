import type { ListedOrder } from '../../api/schemas/supervision-orders.ts';
import { useSaying } from '../worded.ts';

/** How an order is called, and why it was opened: an overseer's words, or what the clock says. */
export function useOrderTitles() {
  const say = useSaying();
  const reasonOf = ({ because, reason }: ListedOrder) => (because ? say(because.words, because.wordsEn) : reason);
  const titleOf = (order: ListedOrder) => order.subject ?? order.case?.title ?? reasonOf(order);
  return { titleOf, reasonOf };
}
