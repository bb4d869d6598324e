import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ParametersAnswer } from '../../api/schemas/parameters.ts';
import { budgetInWords, limitInWords } from './limit-words.ts';
import type { TypedPack } from './pack-body.ts';
import { usePackWords } from './pack-words.ts';

interface Given {
  limits: TypedPack['limits'];
  defaults: ParametersAnswer['defaults']['limits'];
  change: (limits: TypedPack['limits']) => void;
}

/** Each limit with its number and unit; what differs from the default says so. */
export function LimitFields({ limits, defaults, change }: Given) {
  const w = usePackWords();
  const english = useTranslation().i18n.language === 'en';
  return (
    <fieldset>
      <legend>{w('limits')}</legend>
      <div className="limit-fields">
        {Object.entries(limits).map(([key, { value, unit }]) => {
          const limit = limitInWords(key, english);
          const usual = defaults[key];
          const differs = usual && (String(usual.value) !== value || usual.unit !== unit);
          return (
            <div key={key} className={differs ? 'own' : undefined}>
              <span>{limit}</span>
              <Input
                aria-label={w('value', { limit })}
                required
                type="number"
                min={1}
                max={3650}
                value={value}
                onChange={(event) => change({ ...limits, [key]: { value: event.target.value, unit } })}
              />
              <select
                aria-label={w('unit', { limit })}
                value={unit}
                onChange={(event) => change({ ...limits, [key]: { value, unit: event.target.value as 'wd' | 'd' } })}
              >
                <option value="wd">{w('wd')}</option>
                <option value="d">{w('d')}</option>
              </select>
              {differs && (
                <small>
                  {budgetInWords(usual, english)}
                  {w('isDefault')}
                </small>
              )}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
