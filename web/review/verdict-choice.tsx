import { useTranslation } from 'react-i18next';
import { verdictProblem, verdicts, type Answered } from '../../domain/review-answers.ts';
import type { Verdict } from '../../domain/state.ts';
import type { TypedOpinion } from './typed-opinion.ts';

interface Given {
  typed: TypedOpinion;
  answers: Answered[];
  /** Numbers of the items that do not conform. */
  failing: number[];
  complete: boolean;
  choose: (verdict: Verdict) => void;
}

/** The verdicts: which follows from the answers, and of those that do not fit why. */
export function VerdictChoice({ typed, answers, failing, complete, choose }: Given) {
  const { t } = useTranslation();
  const follows = complete && failing.length === 0 ? 'agree' : null;
  return (
    <fieldset className="verdicts">
      <legend>{t('review.verdict')}</legend>
      {verdicts.map((verdict) => (
        <label key={verdict} className={verdictProblem(verdict, answers) ? 'misfit' : ''}>
          <input type="radio" name="verdict" checked={typed.verdict === verdict} onChange={() => choose(verdict)} />
          {t(`review.verdicts.${verdict}`)}
          {verdict === follows && <small> {t('review.follows')}</small>}
        </label>
      ))}
      {failing.length > 0 && (
        <p className={typed.verdict === 'agree' ? 'late' : 'hint'}>
          {t('review.cannotAgree', { items: failing.join('、') })}
        </p>
      )}
    </fieldset>
  );
}
