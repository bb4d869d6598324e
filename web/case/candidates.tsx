import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../failure.tsx';
import { Loading } from '../loading.tsx';
import type { FieldGiven } from './act-field.tsx';
import { useCandidates } from './use-candidates.ts';

/** Whom one may name, one below the other, with how much they have in hand; of the others why not. */
export function Candidates(given: FieldGiven & { label: string }) {
  const { action, field, value, change, typed, label } = given;
  const { t, i18n } = useTranslation();
  const found = useCandidates(given);
  const fits = found.data?.items.some(({ id, why }) => id === value && !why) ?? true;
  useEffect(() => {
    // Chosen when it stood otherwise: what nobody sees chosen is not sent.
    if (value && !fits) change('');
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [fits, value]);
  if (field.after && !typed[field.after]) return null;
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
      {fitting.length === 0 && <p className="late">{t(others.length > 0 ? 'candidates.none' : 'candidates.nobody')}</p>}
      {fitting.map((one) => (
        <label key={one.id}>
          <input
            type="radio"
            name={field.name}
            required={field.required === true}
            checked={value === one.id}
            onChange={() => change(one.id)}
          />
          <span>
            {one.name} · {placeOf(one)}{' '}
            <small>{action === 'recuse' ? one.title : t('candidates.inHand', { count: one.inHand })}</small>
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
