import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import type { Action } from '../../domain/process.ts';
import { act, sentAs, stillOpen, type Sent } from '../act.ts';
import { Failure } from '../failure.tsx';
import { useKept } from '../kept.ts';
import { bodyOf } from './act-body.ts';
import { ActField } from './act-field.tsx';
import { withoutReturn } from './act-forms.ts';
import type { Field } from './forms/field.ts';

interface Given {
  one: CaseAnswer;
  action: Action;
  label: string;
  fields: Field[];
  close: () => void;
}

interface Typed {
  values: Record<string, string>;
  /** The same act sent again, after an answer that was lost, is the same command. */
  sent: Sent | null;
}

/** One act, filled in and confirmed in one place. What was typed survives a refusal, a broken connection and a reload. */
export function ActForm({ one, action, label, fields, close }: Given) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [{ values, sent: before }, change, forget] = useKept<Typed>(`act.${one.id}.${action}`, () => ({ values: {}, sent: null })); // prettier-ignore
  const [error, setError] = useState<Error | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const sent = sentAs(bodyOf(one, fields, values), before);
    change((typed) => ({ ...typed, sent }));
    setBusy(true);
    setError(null);
    try {
      await act(one.id ?? '', action, sent);
      forget();
      await queries.invalidateQueries();
      close();
    } catch (failed) {
      change((typed) => ({ ...typed, sent: stillOpen(failed, sent) }));
      setError(failed as Error);
      setBusy(false);
      void queries.invalidateQueries({ queryKey: ['case', one.id] });
    }
  }

  /** What the party is told is read from the draft first; before it stands there, nothing can be confirmed. */
  const awaited = ({ kind, name }: Field) => kind === 'proposal' && one.content > 0 && !values[name];

  return (
    <form onSubmit={(event) => void submit(event)}>
      <h2>{label}</h2>
      {fields.map((field) => (
        <ActField
          key={field.name}
          one={one}
          typed={values}
          caseId={one.id ?? ''}
          action={action}
          field={field}
          value={values[field.name] ?? ''}
          change={(value) => change((typed) => ({ ...typed, values: { ...typed.values, [field.name]: value } }))}
        />
      ))}
      {withoutReturn.includes(action) && <p className="hint">{t('case.act.withoutReturn')}</p>}
      {error && <Failure error={error} />}
      <Button type="primary" htmlType="submit" loading={busy} disabled={fields.some(awaited)} block>
        {t('case.act.confirm', { label })}
      </Button>
      <Button onClick={close} block>
        {t('case.act.cancel')}
      </Button>
    </form>
  );
}
