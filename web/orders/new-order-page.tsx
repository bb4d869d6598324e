import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState, type FormEvent } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { sentAs, stillOpen, type Sent } from '../act.ts';
import { Failure } from '../failure.tsx';
import { useKept } from '../kept.ts';
import { usePlaces } from '../oversight/filter-bar.tsx';
import { givesOrders } from '../oversight/who-may.ts';
import { usePerson } from '../session.tsx';
import { sendOrder } from './send-order.ts';
import { useWords } from './words.ts';
import './orders.css';

interface NamedCase {
  id: string;
  title: string;
}

interface Typed {
  agency: string;
  subject: string;
  reason: string;
  requires: string;
  cases: NamedCase[];
  sent: Sent | null;
}

/** An order on an agency as a whole, which may name the cases that were chosen in a list. */
export function NewOrderPage() {
  const words = useWords();
  const [search] = useSearchParams();
  const { state } = useLocation() as { state: { cases?: NamedCase[] } | null };
  const agency = search.get('agency') ?? '';
  const cases = state?.cases ?? [];
  if (!givesOrders(usePerson().roles)) return <p className="empty">{words('onlyOverseers')}</p>;
  const name = ['order.new', agency, ...cases.map(({ id }) => id)].join('.');
  return <NewOrder key={name} name={name} agency={agency} cases={cases} />;
}

function NewOrder({ name, agency, cases }: { name: string; agency: string; cases: NamedCase[] }) {
  const words = useWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const places = usePlaces();
  const [typed, change, forget] = useKept<Typed>(name, () => ({ agency, subject: '', reason: '', requires: '', cases, sent: null })); // prettier-ignore
  const [error, setError] = useState<Error | null>(null);
  const [busy, setBusy] = useState(false);
  const set = (changed: Partial<Typed>) => change((before) => ({ ...before, ...changed }));

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const named = typed.cases.map(({ id }) => id);
    const texts = { subject: typed.subject.trim(), reason: typed.reason.trim(), requires: typed.requires.trim() };
    const filled = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
    const body = { agency: typed.agency, ...filled, ...(named.length > 0 && { cases: named }) };
    const sent = sentAs(body, typed.sent);
    set({ sent });
    setBusy(true);
    setError(null);
    try {
      const id = await sendOrder('/api/v1/supervision-orders', sent);
      forget();
      void queries.invalidateQueries();
      await navigate(`/orders/${id}`, { replace: true });
    } catch (failed) {
      set({ sent: stillOpen(failed, sent) });
      setError(failed as Error);
      setBusy(false);
    }
  }

  return (
    <form className="new-order" onSubmit={(event) => void submit(event)}>
      <h1>{words('newTitle')}</h1>
      {places.error && <Failure error={places.error} again={() => void places.refetch()} />}
      <label htmlFor="order-agency">{words('agency')}</label>
      <Select
        id="order-agency"
        showSearch={{ optionFilterProp: 'label' }}
        value={typed.agency || undefined}
        disabled={typed.cases.length > 0}
        onChange={(chosen: string) => set({ agency: chosen })}
        options={(places.data?.agencies ?? []).map(({ id, name: label }) => ({ value: id, label }))}
      />
      <label>
        {words('subject')}
        <Input required maxLength={200} value={typed.subject} onChange={(event) => set({ subject: event.target.value })} />
      </label>
      <label>
        {words('reason')}
        <Input.TextArea required rows={3} value={typed.reason} onChange={(event) => set({ reason: event.target.value })} />
      </label>
      <label>
        {words('requires')}
        <Input.TextArea rows={3} value={typed.requires} onChange={(event) => set({ requires: event.target.value })} />
      </label>
      <section>
        <h2>{words('namedCases')}</h2>
        {typed.cases.length === 0 && <p className="hint">{words('noCases')}</p>}
        <ul>
          {typed.cases.map((one) => (
            <li key={one.id}>
              {one.title}{' '}
              <Button size="small" type="link" aria-label={`${words('leaveOut')}：${one.title}`} onClick={() => set({ cases: typed.cases.filter(({ id }) => id !== one.id) })}>
                {words('leaveOut')}
              </Button>
            </li>
          ))}
        </ul>
      </section>
      <p className="hint">{words('dueHint')}</p>
      {error && <Failure error={error} />}
      <p>
        <Button type="primary" htmlType="submit" loading={busy} disabled={!typed.agency}>
          {words('submit')}
        </Button>{' '}
        <Button onClick={() => void navigate(-1)}>{words('cancel')}</Button>{' '}
        {!typed.agency && <small>{words('agencyFirst')}</small>}
      </p>
    </form>
  );
} // prettier-ignore
