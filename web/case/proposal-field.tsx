import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { versionAnswer } from '../../api/schemas/rounds.ts';
import { measures, type Measure } from '../../domain/process.ts';
import { Failure } from '../failure.tsx';
import { get } from '../http.ts';
import { Loading } from '../loading.tsx';
import type { FieldGiven } from './act-field.tsx';
import { proposalIn, type TypedProposal } from './typed-proposal.ts';

/** Measures and amounts that are told to the party: those of the current draft stand there already. */
export function ProposalField({ one, value, change, label }: FieldGiven & { label: string }) {
  const { t } = useTranslation();
  const version = one.content;
  const { data, error, refetch } = useQuery({
    queryKey: ['case', one.id, 'version', version],
    enabled: version > 0,
    queryFn: ({ signal }) =>
      get<z.infer<typeof versionAnswer>>(`/api/v1/cases/${one.id}/content-versions/${version}`, signal),
  });
  const drafted = data?.version;
  useEffect(() => {
    if (!drafted || value) return;
    const { amountYuan, confiscatedYuan } = drafted;
    const amounts = { amountYuan: String(amountYuan || ''), confiscatedYuan: String(confiscatedYuan || '') };
    change(JSON.stringify({ measures: drafted.measures.map(({ measure }) => measure), ...amounts }));
    // What comes with the draft fills the field in once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [drafted]);
  if (error && !value) return <Failure error={error} again={() => void refetch()} />;
  if (version > 0 && !value) return <Loading />;
  const typed = proposalIn(value);
  const put = (changed: Partial<TypedProposal>) => change(JSON.stringify({ ...typed, ...changed }));
  const toggle = (measure: Measure) =>
    put({
      measures: typed.measures.includes(measure)
        ? typed.measures.filter((one) => one !== measure)
        : [...typed.measures, measure],
    });
  const box = (measure: Measure) => (
    <label key={measure}>
      <input type="checkbox" checked={typed.measures.includes(measure)} onChange={() => toggle(measure)} />{' '}
      {measures[measure]}
    </label>
  );
  return (
    <fieldset className="candidates">
      <legend>{label}</legend>
      {typed.measures.map(box)}
      <details open={typed.measures.length === 0}>
        <summary>{t('case.otherMeasures')}</summary>
        {(Object.keys(measures) as Measure[]).filter((measure) => !typed.measures.includes(measure)).map(box)}
      </details>
      {(['amountYuan', 'confiscatedYuan'] as const).map((name) => (
        <label key={name} className="amount">
          {t(`fields.${name}`)}
          <Input inputMode="decimal" value={typed[name]} onChange={(event) => put({ [name]: event.target.value })} />
        </label>
      ))}
    </fieldset>
  );
}
