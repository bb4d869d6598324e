import { Alert, Button } from 'antd';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import '../../filing/filing.css';
import { FormFields } from '../../filing/form.tsx';
import { Problem } from '../../http.ts';
import { fieldInWords } from '../field-words.ts';
import { ImportOutcome } from '../import-outcome.tsx';
import { useFormWords } from './form-words.ts';
import './forms.css';
import type { RecordFormState } from './use-record-form.ts';

interface Given {
  title: string;
  /** The list that the record is in; left out by a further part of a record, which stands below the first. */
  back?: { to: string; label: string };
  hint?: string | undefined;
  form: RecordFormState;
  children: ReactNode;
}

/** A record's page: its fields, the dry run of what is typed, and the one button that brings it into effect. */
export function RecordForm({ title, back, hint, form, children }: Given) {
  const w = useFormWords();
  const { importing } = form;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void form.dryRun();
  };
  return (
    <div className={back ? undefined : 'further'}>
      {back && (
        <p className="back">
          <Link to={back.to}>‹ {back.label}</Link>
        </p>
      )}
      {back ? <h1>{title}</h1> : <h2>{title}</h2>}
      {hint && <p className="hint">{hint}</p>}
      <form className="filing record" aria-label={title} noValidate onSubmit={submit}>
        <FormFields copy={form} said={form.said}>
          {children}
        </FormFields>
        <p className="buttons">
          <Button type={importing.tried || !back ? 'default' : 'primary'} htmlType="submit" loading={importing.busy}>
            {w('dryRun')}
          </Button>
          {form.changed && <Button onClick={form.discard}>{w('discard')}</Button>}
        </p>
      </form>
      <ToCorrect form={form} />
      <ImportOutcome importing={isOfFields(importing.error) ? { ...importing, error: null } : importing} form />
    </div>
  );
}

/** What is wrong by field, in one place, for whoever does not look at the fields. */
function ToCorrect({ form: { said, importing } }: { form: RecordFormState }) {
  const w = useFormWords();
  const english = useTranslation().i18n.language === 'en';
  const wrong = Object.entries(said.problems);
  if (wrong.length === 0 || importing.tried) return null;
  const nameOf = (path: string) => fieldInWords(path.split('.').findLast((part) => !/^\d*$/.test(part)) ?? '', english);
  return (
    <Alert
      className="to-correct"
      type="error"
      showIcon
      title={w('correct', { n: wrong.length })}
      description={wrong.map(([name, { zh, en }]) => (
        <p key={name}>
          {nameOf(name)}：{english ? en : zh}
        </p>
      ))}
    />
  );
}

function isOfFields(error: Error | null): boolean {
  return error instanceof Problem && Array.isArray(error.details['issues']);
}
