import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { OrderPage as Order } from '../../api/schemas/supervision-orders.ts';
import { Failure } from '../failure.tsx';
import { get, Problem } from '../http.ts';
import { Loading } from '../loading.tsx';
import { useSaying } from '../worded.ts';
import { OrderActs } from './order-acts.tsx';
import { OrderHistory } from './order-history.tsx';
import { useOrderTitles } from './order-titles.ts';
import { ReplyDue } from './reply-due.tsx';
import { useWords } from './words.ts';
import './orders.css';

/** One order: what is asked and why, until when the reply is due, what happened, and what I may do. */
export function OrderPage() {
  const words = useWords();
  const { id = '' } = useParams();
  const found = useQuery({
    queryKey: ['order', id],
    queryFn: ({ signal }) => get<Order>(`/api/v1/supervision-orders/${id}`, signal),
    refetchInterval: 30_000,
    // Whoever comes back wants to see the reply that was given meanwhile.
    staleTime: 0,
  });
  if (found.isPending) return <Loading />;
  if (found.error instanceof Problem && found.error.status === 404)
    return (
      <p className="empty">
        {words('missing')} <Link to="/orders?status=all">{words('toList')}</Link>
      </p>
    );
  const failure = found.error && <Failure error={found.error} again={() => void found.refetch()} />;
  return (
    <>
      {failure}
      {found.data && <OneOrder order={found.data} />}
    </>
  );
}

function OneOrder({ order }: { order: Order }) {
  const words = useWords();
  const say = useSaying();
  const { titleOf, reasonOf } = useOrderTitles();
  const named = [...(order.case ? [order.case] : []), ...order.cases];
  return (
    <article className="order">
      <p className="back">
        <Link to="/orders">{words('toList')}</Link>
      </p>
      <h1>{titleOf(order)}</h1>
      <p className="about">
        {words(order.on === 'case' ? 'onCase' : 'onAgency')} · {order.agencyName} ·{' '}
        <strong>{say(order.statusName, order.statusNameEn)}</strong>
        {order.returns > 0 && <> · {words('returnedTimes', { n: order.returns })}</>}
      </p>
      <div className="columns">
        <div>
          <dl className="words">
            <Said name={words('why')}>{reasonOf(order)}</Said>
            <Said name={words('asked')}>{order.requires ?? words('askedNothing')}</Said>
            {order.due && (
              <Said name={words('due')}>
                <ReplyDue order={order} />
                {order.explanation && (
                  <details>
                    <summary>{words('whyThatDay')}</summary>
                    {say(order.explanation.zh, order.explanation.en)}
                  </details>
                )}
              </Said>
            )}
            {named.length > 0 && (
              <Said name={words('cases')}>
                {named.map(({ id, title }) => (
                  <Link className="named" key={id} to={`/cases/${id}`}>
                    {title}
                  </Link>
                ))}
              </Said>
            )}
          </dl>
          <h2>{words('history')}</h2>
          <OrderHistory order={order} />
        </div>
        <OrderActs order={order} />
      </div>
    </article>
  );
}

function Said({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
