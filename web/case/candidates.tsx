import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CandidatesAnswer } from '../../api/schemas/review-desk.ts';
import { Failure } from '../failure.tsx';
import { get } from '../http.ts';
import { Loading } from '../loading.tsx';
import type { FieldGiven } from './act-field.tsx';

/** Whom one may name, one below the other, with how much they have in hand; of the others why not. */
export function Candidates({ caseId, action, field, value, change, typed, label }: FieldGiven & { label: string }) {
  const { t, i18n } = useTranslation();
  const from = typed['from'] ?? '';
  const query = new URLSearchParams({ for: action, ...(from && { from }) });
  const found = useQuery({
    queryKey: ['case', caseId, 'candidates', action, from],
    queryFn: ({ signal }) => get<CandidatesAnswer>(`/api/v1/cases/${caseId}/candidates?${query}`, signal),
  });
  if (found.isPending) return <Loading />;
  if (!found.data) return <Failure error={found.error} again={() => void found.refetch()} />;
  const fitting = found.data.items.filter(({ why }) => !why);
  const others = found.data.items.filter(({ why }) => why);
  const agencies = new Set(found.data.items.map(({ agencyName }) => agencyName));
  const placeOf = ({ agencyName, sectionName }: (typeof fitting)[number]) =>
    agencies.size > 1 ? `${agencyName} ${sectionName}` : sectionName;
  return (
    <fieldset className="candidates">
      <legend>{label}</legend>
      {fitting.length === 0 && <p className="late">{t('candidates.none')}</p>}
      {fitting.map((one) => (
        <label key={one.id}>
          <input type="radio" name={field.name} required checked={value === one.id} onChange={() => change(one.id)} />
          <span>
            {one.name} · {placeOf(one)} <small>{t('candidates.inHand', { count: one.inHand })}</small>
          </span>
        </label>
      ))}
      {others.length > 0 && (
        <ul>
          {others.map((one) => (
            <li key={one.id}>
              {one.name} · {placeOf(one)}：{i18n.language === 'en' ? one.why?.en : one.why?.zh}
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
