import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Candidate } from '../../api/schemas/review-desk.ts';
import { Failure } from '../failure.tsx';
import { Loading } from '../loading.tsx';
import type { FieldGiven } from './act-field.tsx';
import { useCandidates } from './use-candidates.ts';

/** A list longer than this is looked through by a word. */
const atOnce = 8;

/** Several people of those whom one may name, by section; kept one to a line. */
export function PersonsChoice(given: FieldGiven & { label: string }) {
  const { field, value, change, label } = given;
  const { t, i18n } = useTranslation();
  const [sought, seek] = useState('');
  const found = useCandidates(given);
  if (found.isPending) return <Loading />;
  if (!found.data) return <Failure error={found.error} again={() => void found.refetch()} />;
  const { items } = found.data;
  const ids = value.split('\n').filter(Boolean);
  const chosen = items.filter(({ id }) => ids.includes(id));
  const agencies = new Set(items.map(({ agencyName }) => agencyName));
  const placeOf = ({ agencyName, sectionName }: Candidate) =>
    agencies.size > 1 ? `${agencyName} ${sectionName}` : sectionName;
  const shown = items.filter((one) => (one.name + placeOf(one)).includes(sought.trim()));
  const places = [...new Set(shown.map(placeOf))];
  const toggle = ({ id }: Candidate) =>
    change((ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]).join('\n'));
  const problem = field.required && chosen.length === 0 ? t('candidates.atLeastOne') : '';
  return (
    <fieldset className="candidates">
      <legend>{label}</legend>
      {items.length > atOnce && (
        <Input
          aria-label={t('candidates.seek')}
          placeholder={t('candidates.seek')}
          value={sought}
          onChange={(event) => seek(event.target.value)}
          // Enter looks; it does not take the act.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      )}
      {chosen.length > 0 && (
        <p role="status">
          {t('candidates.chosen', {
            count: chosen.length,
            names: chosen.map(({ name }) => name).join(i18n.language === 'en' ? ', ' : '、'),
          })}
        </p>
      )}
      <div className="several">
        {shown.length === 0 && (
          <p className="empty">{t(items.length > 0 ? 'candidates.notFound' : 'candidates.nobody')}</p>
        )}
        {places.map((place) => (
          <div key={place} role="group" aria-label={place}>
            <h3>{place}</h3>
            {shown
              .filter((one) => placeOf(one) === place)
              .map((one) => (
                <label key={one.id}>
                  <input
                    ref={(box) => {
                      box?.setCustomValidity(one === shown[0] ? problem : '');
                    }}
                    type="checkbox"
                    checked={ids.includes(one.id)}
                    onChange={() => toggle(one)}
                  />
                  <span>
                    {one.name} <small>{one.title}</small>
                  </span>
                </label>
              ))}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
