import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import type { Action } from '../../domain/process.ts';
import { Failure } from '../failure.tsx';
import { newKey, post } from '../http.ts';
import type { Field } from './act-forms.ts';

interface Given {
  one: CaseAnswer;
  action: Action;
  label: string;
  fields: Field[];
  close: () => void;
}

/** One act, filled in and confirmed in one place. What was typed survives a refusal and a broken connection. */
export function ActForm({ one, action, label, fields, close }: Given) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [error, setError] = useState<Error | null>(null);
  const [busy, setBusy] = useState(false);
  // The same act sent again, after an answer that was lost, is the same command.
  const key = useRef({ body: '', key: '' });

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const body = Object.fromEntries(fields.map((field) => [field.name, valueOf(field, typed[field.name] ?? '')]));
    const text = JSON.stringify(body);
    if (key.current.body !== text) key.current = { body: text, key: newKey() };
    setBusy(true);
    setError(null);
    try {
      await post(`/api/v1/cases/${one.id}/actions/${action}`, body, key.current.key);
      await queries.invalidateQueries();
      close();
    } catch (failed) {
      setError(failed as Error);
      setBusy(false);
      void queries.invalidateQueries({ queryKey: ['case', one.id] });
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <h2>{label}</h2>
      {fields.map((field) => (
        <label key={field.name}>
          {t(`fields.${field.name}` as 'loading')}
          <FieldInput
            field={field}
            value={typed[field.name] ?? ''}
            change={(value) => setTyped((before) => ({ ...before, [field.name]: value }))}
          />
        </label>
      ))}
      {error && <Failure error={error} />}
      <Button type="primary" htmlType="submit" loading={busy} block>
        {t('case.act.confirm', { label })}
      </Button>
      <Button onClick={close} block>
        {t('case.act.cancel')}
      </Button>
    </form>
  );
}

function FieldInput({ field, value, change }: { field: Field; value: string; change: (value: string) => void }) {
  const given = { name: field.name, value, required: field.required === true };
  if (field.kind === 'line') return <Input {...given} onChange={(event) => change(event.target.value)} />;
  return <Input.TextArea {...given} rows={4} onChange={(event) => change(event.target.value)} />;
}

/** Reasons are one to a line. */
function valueOf({ kind }: Field, typed: string): unknown {
  if (kind !== 'reasons') return typed.trim();
  return typed.split('\n').map((line) => line.trim()).filter((line) => line !== ''); // prettier-ignore
}
