import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import type { ReviewDeskAnswer } from '../../api/schemas/review-desk.ts';
import { actions, type ReviewItem } from '../../domain/process.ts';
import { unansweredItems, verdictProblem } from '../../domain/review-answers.ts';
import { act, sentAs, stillOpen } from '../act.ts';
import { Failure } from '../failure.tsx';
import { answersIn, bodyOf, numberOf, type TypedOpinion } from './typed-opinion.ts';
import { VerdictChoice } from './verdict-choice.tsx';

interface Given {
  one: CaseAnswer;
  desk: ReviewDeskAnswer;
  typed: TypedOpinion;
  change: (next: (before: TypedOpinion) => TypedOpinion) => void;
  forget: () => void;
  previewed: boolean;
  preview: (shown: boolean) => void;
  goTo: (key: ReviewItem) => void;
}

/** What is still unanswered, the verdicts that fit and those that do not, and the one act. */
export function OpinionFoot({ one, desk, typed, change, forget, previewed, preview, goTo }: Given) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [error, setError] = useState<Error | null>(null);
  const [lacking, setLacking] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const english = i18n.language === 'en';
  const answers = answersIn(typed);
  const unanswered = unansweredItems(answers);
  const misfit = typed.verdict ? verdictProblem(typed.verdict, answers) : null;
  const failing = answers.filter(({ result }) => result === 'doesNotConform').map(({ key }) => numberOf(key));

  function whatLacks(): string | null {
    if (unanswered.length > 0) return t('review.lacksItems', { items: unanswered.map(numberOf).join('、') });
    if (!typed.verdict) return t('review.lacksVerdict');
    if (misfit) return t('review.cannotAgree', { items: failing.join('、') });
    return desk.hindrances.map((one) => (english ? one.en : one.zh))[0] ?? null;
  }

  async function give(): Promise<void> {
    const lacks = whatLacks();
    setLacking(lacks);
    setError(null);
    if (lacks) {
      if (unanswered[0]) goTo(unanswered[0]);
      return;
    }
    const sent = sentAs(bodyOf(typed, one.reviewedHash), typed.sent);
    change((before) => ({ ...before, sent }));
    setBusy(true);
    try {
      await act(one.id!, 'giveOpinion', sent);
      forget();
      await queries.invalidateQueries();
      await navigate(`/cases/${one.id}?tab=opinions`);
    } catch (failed) {
      change((before) => ({ ...before, sent: stillOpen(failed, sent) }));
      setError(failed as Error);
      setBusy(false);
      void queries.invalidateQueries({ queryKey: ['case', one.id] });
    }
  }

  return (
    <footer className="desk-foot">
      {desk.hindrances.map((hindrance) => (
        <p key={hindrance.code} className="hindrance">
          {english ? hindrance.en : hindrance.zh}
        </p>
      ))}
      <p className="unanswered" aria-live="polite">
        {unanswered.length === 0 ? t('review.allAnswered') : t('review.unanswered', { count: unanswered.length })}
        {unanswered.map((key) => (
          <button key={key} type="button" className="link" onClick={() => goTo(key)}>
            {numberOf(key)}
          </button>
        ))}
      </p>
      <VerdictChoice
        typed={typed}
        failing={failing}
        answers={answers}
        complete={unanswered.length === 0}
        choose={(verdict) => change((before) => ({ ...before, verdict }))}
      />
      <label className="opinion">
        {t('fields.opinion')}
        <Input.TextArea
          rows={2}
          maxLength={50_000}
          value={typed.opinion}
          onChange={(event) => change((before) => ({ ...before, opinion: event.target.value }))}
        />
      </label>
      {lacking && whatLacks() && (
        <p role="alert" className="lacking">
          {whatLacks()}
        </p>
      )}
      {error && <Failure error={error} />}
      <div className="buttons">
        <Button type="primary" loading={busy} onClick={() => void give()}>
          {english ? actions.giveOpinion.en : actions.giveOpinion.zh}
        </Button>
        <Button aria-pressed={previewed} onClick={() => preview(!previewed)}>
          {t(previewed ? 'review.hidePreview' : 'review.preview')}
        </Button>
        <small>{t('review.kept')}</small>
      </div>
    </footer>
  );
}
