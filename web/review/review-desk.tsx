import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import type { ReviewDeskAnswer } from '../../api/schemas/review-desk.ts';
import type { Round } from '../../api/schemas/rounds.ts';
import type { ReviewItem } from '../../domain/process.ts';
import { useKept } from '../kept.ts';
import { draftOf } from './drafted.tsx';
import { basisOptions, type Article } from './basis-options.ts';
import { DeskHead } from './desk-head.tsx';
import { ItemList } from './item-list.tsx';
import { materialOf } from './material.ts';
import { MaterialView } from './material-view.tsx';
import { OpinionFoot } from './opinion-foot.tsx';
import {
  blankItem,
  blankOpinion,
  numberOf,
  pointedTo,
  typedFrom,
  withItem,
  type TypedOpinion,
} from './typed-opinion.ts';

interface Given {
  one: CaseAnswer;
  rounds: Round[];
  desk: ReviewDeskAnswer;
}

/** The material on the left, the items on the right, at their foot what follows from them: one page for the whole review. */
export function ReviewDesk({ one, rounds, desk }: Given) {
  const { t } = useTranslation();
  const current = rounds.find(({ round }) => round === one.round);
  const earlier = rounds.findLast(({ round, opinion }) => round < one.round && opinion);
  const returned = current?.returns.at(-1) ?? null;
  const begun = () => (returned?.opinion ? typedFrom(returned.opinion) : blankOpinion);
  const [typed, change, forget] = useKept<TypedOpinion>(`review.${one.id}.${one.round}.${current?.returns.length ?? 0}`, begun); // prettier-ignore
  const [active, activate] = useState<ReviewItem>('subjectCompetent');
  const desk_ = useRef<HTMLElement>(null);
  const mine = one.allowedActions.some(({ action }) => action === 'giveOpinion');
  const { evidence } = materialOf(one);
  const drafted = (draftOf(one)?.['statutoryBasis'] ?? []) as Article[];
  const focus = (selector: string) => desk_.current?.querySelector<HTMLElement>(selector)?.focus();
  const pointing = {
    item: numberOf(active),
    chosen: (typed.items[active] ?? blankItem).evidence,
    choose: (id: string) => change((before) => pointedTo(before, active, id)),
    leave: () => focus(`[data-item=${active}]`),
  };
  return (
    <article className="desk" ref={desk_}>
      <DeskHead one={one} title={t('review.title')} acts={['requestSupplement', 'consultAdviser', 'extendReview']} />
      <MaterialView one={one} rounds={rounds} pointing={mine ? pointing : undefined} />
      <section className="answering" aria-label={t('review.items')}>
        {!mine && <NotMine one={one} />}
        {mine && (
          <>
            {returned && (
              <div className="returned" role="note">
                <strong>{t('review.returned', { name: returned.by.name })}</strong>
                {returned.reasons.map((reason) => (
                  <p key={reason}>{reason}</p>
                ))}
              </div>
            )}
            <ItemList
              typed={typed}
              before={earlier?.opinion ? { round: earlier.round, opinion: earlier.opinion } : null}
              active={active}
              activate={activate}
              change={(key, changed) => change((before) => withItem(before, key, changed))}
              optionsOf={(key) => basisOptions(key, one.category, drafted, desk.statutes)}
              nameOf={(id) => evidence.find((piece) => piece.id === id)?.name ?? ''}
              point={() => focus('.evidence button')}
            />
            <OpinionFoot
              {...{ one, desk, current, typed, change, forget }}
              goTo={(key) => {
                activate(key);
                focus(`[data-item=${key}]`);
              }}
            />
          </>
        )}
      </section>
    </article>
  );
}

/** Why this reader gives no opinion now. */
function NotMine({ one }: { one: CaseAnswer }) {
  const { t } = useTranslation();
  const why = one.otherActions.find(({ action }) => action === 'giveOpinion')?.why;
  return (
    <p className="empty">
      {t('review.notMine')} {why}
    </p>
  );
}
