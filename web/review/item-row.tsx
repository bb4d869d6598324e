import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Opinion } from '../../api/schemas/rounds.ts';
import type { ReviewItem } from '../../domain/process.ts';
import { BasisField } from './basis-field.tsx';
import { itemOf, numberOf, results, type TypedItem } from './typed-opinion.ts';

interface Given {
  item: ReviewItem;
  typed: TypedItem;
  last: Opinion['items'][number] | null;
  lastRound: number;
  active: boolean;
  activate: () => void;
  change: (changed: Partial<TypedItem>) => void;
  options: string[];
  nameOf: (evidence: string) => string;
}

/** One item: the question, three answers, and where it is being answered its basis, note and evidence. */
export function ItemRow(given: Given) {
  const { item, typed, last, lastRound, active, activate, change, options, nameOf } = given;
  const { t } = useTranslation();
  const reachable = active ? 0 : -1;
  return (
    <li className={active ? 'active' : ''} onFocus={activate}>
      <div
        role="group"
        data-item={item}
        aria-label={`${numberOf(item)} ${t(`review.questions.${item}`)}`}
        tabIndex={reachable}
        onClick={activate}
      >
        <span className="question">
          {numberOf(item)} {t(`review.questions.${item}`)}
        </span>
        <span className="answers">
          {results.map((result, index) => (
            <button
              key={result}
              type="button"
              className={result}
              tabIndex={reachable}
              aria-pressed={typed.result === result}
              aria-keyshortcuts={String(index + 1)}
              onClick={() => change({ result })}
            >
              <kbd>{index + 1}</kbd> {t(`review.results.${result}`)}
            </button>
          ))}
        </span>
      </div>
      {last && (
        <p className={`last ${last.result}`}>
          {t('review.lastRound', { round: lastRound })}
          <strong>{t(`review.results.${last.result}`)}</strong> {last.basis} {last.note}{' '}
          {active && (
            <button type="button" className="link" onClick={() => change(itemOf(last))}>
              <kbd>0</kbd> {t('review.takeOver')}
            </button>
          )}
        </p>
      )}
      {active ? (
        <div className="fields">
          <label>
            {t('fields.basis')}
            <BasisField value={typed.basis} options={options} change={(basis) => change({ basis })} />
          </label>
          <label>
            {t('review.note')}
            <Input.TextArea
              value={typed.note}
              maxLength={5_000}
              rows={1}
              onChange={(event) => change({ note: event.target.value })}
            />
          </label>
        </div>
      ) : (
        <Summary typed={typed} />
      )}
      {typed.evidence.length > 0 && (
        <p className="pointed">
          {t('review.pointing')}
          {typed.evidence.map((id) => (
            <span key={id}>
              {id} {nameOf(id)}
              {active && (
                <button
                  type="button"
                  aria-label={t('review.pointNot', { id })}
                  onClick={() => change({ evidence: typed.evidence.filter((one) => one !== id) })}
                >
                  ×
                </button>
              )}
            </span>
          ))}
        </p>
      )}
    </li>
  );
}

function Summary({ typed }: { typed: TypedItem }) {
  const { t } = useTranslation();
  if (!typed.result) return null;
  const lacking = typed.result !== 'notApplicable' && !typed.basis.trim();
  return (
    <p className="summary">
      {lacking ? <em>{t('review.noBasis')}</em> : typed.basis} {typed.note}
    </p>
  );
}
