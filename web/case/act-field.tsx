import { Input } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import type { Action } from '../../domain/process.ts';
import { Candidates } from './candidates.tsx';
import type { Field } from './forms/field.ts';
import { HolderChoice } from './holder-choice.tsx';
import { PersonsChoice } from './persons-choice.tsx';
import { ProposalField } from './proposal-field.tsx';
import { useReviewDesk } from './use-case.ts';

export interface FieldGiven {
  one: CaseAnswer;
  caseId: string;
  action: Action;
  field: Field;
  value: string;
  /** What is typed in the fields of the same act. */
  typed: Record<string, string>;
  change: (value: string) => void;
}

/** How one field of an act is filled in; what is ticked has the value 'yes'. */
export function ActField(given: FieldGiven) {
  const { field, value, change } = given;
  const { t } = useTranslation();
  const label = t(`fields.${field.label ?? field.name}` as 'loading');
  const named = { name: field.name, value, required: field.required === true };
  switch (field.kind) {
    case 'fixed':
      return null;
    case 'candidate':
      return <Candidates {...given} label={label} />;
    case 'persons':
      return <PersonsChoice {...given} label={label} />;
    case 'holder':
      return <HolderChoice {...given} label={label} />;
    case 'opinionNo':
      return <OpinionNumber {...given} />;
    case 'proposal':
      return <ProposalField {...given} label={label} />;
    case 'choice':
      return <Choice {...given} label={label} />;
    case 'yes':
      return (
        <label className="yes">
          <input
            type="checkbox"
            required={named.required}
            checked={value === 'yes'}
            onChange={(event) => change(event.target.checked ? 'yes' : '')}
          />
          {label}
        </label>
      );
    default:
      return (
        <label>
          {label}
          <Control {...given} />
        </label>
      );
  }
}

const inputTypes = { day: 'date', moment: 'datetime-local', count: 'number', line: 'text' } as const;

function Control({ field, value, change }: FieldGiven) {
  const named = { name: field.name, value, required: field.required === true };
  if (['text', 'reasons', 'content', 'redactions'].includes(field.kind))
    return <Input.TextArea {...named} rows={4} onChange={(event) => change(event.target.value)} />;
  const type = inputTypes[field.kind as keyof typeof inputTypes];
  const least = field.kind === 'count' ? { min: 1, step: 1 } : {};
  return <Input {...named} {...least} type={type} onChange={(event) => change(event.target.value)} />;
}

function Choice({ field, value, change, label }: FieldGiven & { label: string }) {
  const { i18n } = useTranslation();
  return (
    <fieldset className="candidates">
      <legend>{label}</legend>
      {Object.entries(field.choices ?? {}).map(([code, { zh, en }]) => (
        <label key={code}>
          <input
            type="radio"
            name={field.name}
            required={field.required === true}
            checked={value === code}
            onChange={() => change(code)}
          />{' '}
          {i18n.language === 'en' ? en : zh}
        </label>
      ))}
    </fieldset>
  );
}

/** The next number of the agency's opinions stands there already; whoever signs may write another. */
function OpinionNumber({ caseId, field, value, change }: FieldGiven) {
  const { t } = useTranslation();
  const next = useReviewDesk(caseId).data?.nextOpinionNo;
  useEffect(() => {
    if (next && !value) change(next);
    // Only what comes from the agency fills the field in; what is taken out stays out.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [next]);
  return (
    <label>
      {t('fields.opinionNo')}
      <Input name={field.name} required value={value} onChange={(event) => change(event.target.value)} />
    </label>
  );
}
