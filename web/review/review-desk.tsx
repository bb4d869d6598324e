import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import type { ReviewDeskAnswer } from '../../api/schemas/review-desk.ts';
import type { Round } from '../../api/schemas/rounds.ts';
import type { Action, ReviewItem } from '../../domain/process.ts';
import { usePerson } from '../session.tsx';
import { DeskAct } from './desk-act.tsx';
import { DeskHead } from './desk-head.tsx';
import { MaterialView } from './material-view.tsx';
import { OpinionWriting } from './opinion-writing.tsx';
import { useTypedOpinion, type Written } from './use-typed-opinion.ts';
import { blankItem, numberOf, pointedTo } from './typed-opinion.ts';

interface Given {
  one: CaseAnswer;
  rounds: Round[];
  desk: ReviewDeskAnswer;
}

/** The material on the left, the items on the right, at their foot what follows from them: one page for the whole review. */
export function ReviewDesk({ one, rounds, desk }: Given) {
  const { t } = useTranslation();
  const written = useTypedOpinion(one, rounds);
  const { typed, change } = written;
  const [active, activate] = useState<ReviewItem>('subjectCompetent');
  const [chosen, choose] = useState<Action | null>(null);
  const surface = useRef<HTMLElement>(null);
  useGivenAlready(one, written);
  const begun = Object.keys(typed.items).length > 0;
  const mine = one.allowedActions.some(({ action }) => action === 'giveOpinion');
  const focus = (selector: string) => surface.current?.querySelector<HTMLElement>(selector)?.focus();
  const pointing = {
    item: numberOf(active),
    chosen: (typed.items[active] ?? blankItem).evidence,
    choose: (id: string) => change((before) => pointedTo(before, active, id)),
    leave: () => focus(`[data-item=${active}]`),
  };
  return (
    <article className="desk" ref={surface}>
      <DeskHead
        one={one}
        title={t('review.title')}
        acts={['requestSupplement', 'consultAdviser', 'extendReview']}
        {...{ chosen, choose }}
      />
      <MaterialView one={one} rounds={rounds} pointing={(mine || begun) && !chosen ? pointing : undefined} />
      <section className="answering" aria-label={t('review.items')}>
        {chosen && <DeskAct key={chosen} one={one} action={chosen} close={() => choose(null)} />}
        {!chosen && !mine && <NotMine one={one} />}
        {/* Kept in sight when somebody else moved the case on: what was typed is not lost. */}
        {!chosen && (mine || begun) && <OpinionWriting {...{ one, desk, written, active, activate, focus }} />}
      </section>
    </article>
  );
}

/** An opinion whose answer was lost on the way, and which was given all the same, is not asked for again. */
function useGivenAlready({ id }: CaseAnswer, { typed, current, forget }: Written): void {
  const navigate = useNavigate();
  const person = usePerson();
  const given = typed.sent !== null && current?.opinion?.by.id === person.id;
  useEffect(() => {
    if (!given) return;
    forget();
    void navigate(`/cases/${id}?tab=opinions`, { replace: true });
  }, [given, forget, navigate, id]);
}

/** Why this reader gives no opinion now. */
function NotMine({ one }: { one: CaseAnswer }) {
  const { t, i18n } = useTranslation();
  const not = one.otherActions.find(({ action }) => action === 'giveOpinion');
  return (
    <p className="empty">
      {t('review.notMine')} {i18n.language === 'en' ? not?.whyEn : not?.why}
    </p>
  );
}
