import { Button } from 'antd';
import { useState } from 'react';
import type { OrderAct, OrderPage } from '../../api/schemas/supervision-orders.ts';
import { actions } from '../../domain/process.ts';
import { useSaying } from '../worded.ts';
import { OrderActForm } from './order-act-form.tsx';
import { useWords } from './words.ts';

const waiting = {
  open: 'nothingOpen',
  returned: 'nothingOpen',
  replied: 'nothingReplied',
  closed: 'nothingClosed',
} as const;

/** What I may do about an order now; where it is nothing, what is waited for. */
export function OrderActs({ order }: { order: OrderPage }) {
  const words = useWords();
  const say = useSaying();
  const [chosen, choose] = useState<OrderAct | null>(null);
  const labelOf = (action: OrderAct) => say(actions[action].zh, actions[action].en);
  const possible = order.allowedActions.map(({ action }) => action as OrderAct);
  // Closing is what an overseer is asked for first; sending back stands beside it.
  const inOrder = possible.toSorted((a, b) => Number(b === 'closeSupervision') - Number(a === 'closeSupervision'));
  if (chosen)
    return (
      <aside className="acts" aria-label={labelOf(chosen)}>
        <OrderActForm key={chosen} order={order} action={chosen} label={labelOf(chosen)} close={() => choose(null)} />
      </aside>
    );
  return (
    <aside className="acts" aria-label={words('you')}>
      <h2>{words('you')}</h2>
      {inOrder.length === 0 && <p className="empty">{words(waiting[order.status])}</p>}
      {inOrder.map((action, index) => (
        <Button key={action} type={index === 0 ? 'primary' : 'default'} block onClick={() => choose(action)}>
          {labelOf(action)}
        </Button>
      ))}
    </aside>
  );
}
