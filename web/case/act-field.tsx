import { Input } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import type { Action } from '../../domain/process.ts';
import type { Field } from './act-forms.ts';
import { Candidates } from './candidates.tsx';
import { HolderChoice } from './holder-choice.tsx';
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
  const label = t(`fields.${field.name}` as 'loading');
  const named = { name: field.name, value, required: field.required === true };
  if (field.kind === 'candidate') return <Candidates {...given} label={label} />;
  if (field.kind === 'holder') return <HolderChoice {...given} label={label} />;
  if (field.kind === 'opinionNo') return <OpinionNumber {...given} />;
  if (field.kind === 'yes') {
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
  }
  return (
    <label>
      {label}
      {field.kind === 'line' || field.kind === 'day' ? (
        <Input
          {...named}
          type={field.kind === 'day' ? 'date' : 'text'}
          onChange={(event) => change(event.target.value)}
        />
      ) : (
        <Input.TextArea {...named} rows={4} onChange={(event) => change(event.target.value)} />
      )}
    </label>
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
