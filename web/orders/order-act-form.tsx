import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderAct, OrderPage } from '../../api/schemas/supervision-orders.ts';
import { act, sentAs, stillOpen, type Sent } from '../act.ts';
import { Failure } from '../failure.tsx';
import { useKept } from '../kept.ts';
import { sendOrder } from './send-order.ts';
import { useWords } from './words.ts';

const fieldsOf: Record<OrderAct, { name: 'reply' | 'reason' | 'requires' | 'conclusion'; required: boolean }[]> = {
  replySupervision: [{ name: 'reply', required: true }],
  returnSupervision: [
    { name: 'reason', required: true },
    { name: 'requires', required: false },
  ],
  closeSupervision: [{ name: 'conclusion', required: false }],
};

interface Given {
  order: OrderPage;
  action: OrderAct;
  label: string;
  close: () => void;
}

interface Typed {
  values: Record<string, string>;
  sent: Sent | null;
}

/** One act on an order, filled in and confirmed in one place. What was typed survives a refusal, a broken connection and a reload. */
export function OrderActForm({ order, action, label, close }: Given) {
  const words = useWords();
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [{ values, sent: before }, change, forget] = useKept<Typed>(`order.${order.id}.${action}`, () => ({ values: {}, sent: null })); // prettier-ignore
  const [error, setError] = useState<Error | null>(null);
  const [busy, setBusy] = useState(false);
  const fields = fieldsOf[action];

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const filled = fields
      .map(({ name }) => [name, (values[name] ?? '').trim()] as const)
      .filter(([, text]) => text !== '');
    const sent = sentAs(Object.fromEntries(filled), before);
    change((typed) => ({ ...typed, sent }));
    setBusy(true);
    setError(null);
    try {
      // An order on a case is acted on in its case.
      if (order.case) await act(order.case.id, action, sent);
      else await sendOrder(`/api/v1/supervision-orders/${order.id}/actions/${action}`, sent);
      forget();
      await queries.invalidateQueries();
      close();
    } catch (failed) {
      change((typed) => ({ ...typed, sent: stillOpen(failed, sent) }));
      setError(failed as Error);
      setBusy(false);
      void queries.invalidateQueries({ queryKey: ['order', order.id] });
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <h2>{label}</h2>
      {fields.map((field) => (
        <label key={field.name}>
          {t(`fields.${field.name}`)}
          <Input.TextArea
            name={field.name}
            required={field.required}
            rows={4}
            value={values[field.name] ?? ''}
            onChange={({ target }) =>
              change((typed) => ({ ...typed, values: { ...typed.values, [field.name]: target.value } }))
            }
          />
        </label>
      ))}
      {error && <Failure error={error} />}
      <Button type="primary" htmlType="submit" loading={busy} block>
        {words('confirm', { label })}
      </Button>
      <Button onClick={close} block>
        {words('cancel')}
      </Button>
    </form>
  );
}
