import { Link } from 'react-router';
import type { ListedOrder } from '../../api/schemas/supervision-orders.ts';
import { momentInWords } from '../moment.ts';
import { TableHead } from '../table-head.tsx';
import { useSaying } from '../worded.ts';
import { useOrderTitles } from './order-titles.ts';
import { ReplyDue } from './reply-due.tsx';
import { useWords } from './words.ts';

/** Orders as rows: what about, until when, whose, where it stands. The first link opens it. */
export function OrderTable({ orders }: { orders: ListedOrder[] }) {
  const words = useWords();
  const columns = ['columnOrder', 'columnDue', 'columnAgency', 'columnStatus', 'columnOpened'] as const;
  return (
    <table className="cases overseen">
      <TableHead names={columns} say={words} />
      <tbody>
        {orders.map((order) => (
          <OrderRow key={order.id} order={order} />
        ))}
      </tbody>
    </table>
  );
}

function OrderRow({ order }: { order: ListedOrder }) {
  const words = useWords();
  const say = useSaying();
  const { titleOf, reasonOf } = useOrderTitles();
  return (
    <tr>
      <td>
        <Link to={`/orders/${order.id}`}>{titleOf(order)}</Link>
        <small>
          {words(order.on === 'case' ? 'onCase' : 'onAgency')} · {reasonOf(order)}
        </small>
      </td>
      <td>
        <ReplyDue order={order} />
      </td>
      <td>{order.agencyName}</td>
      <td>
        {say(order.statusName, order.statusNameEn)}
        {order.returns > 0 && <small>{words('returnedTimes', { n: order.returns })}</small>}
      </td>
      <td>
        {order.openedByName ?? words('byClock')}
        <small>{momentInWords(order.openedAt)}</small>
      </td>
    </tr>
  );
}
