import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import type { ReviewDeskAnswer } from '../../api/schemas/review-desk.ts';
import type { ReviewItem } from '../../domain/process.ts';
import { usePerson } from '../session.tsx';
import { basisOptions, type Article } from './basis-options.ts';
import { draftOf } from './drafted.tsx';
import { ItemList } from './item-list.tsx';
import { OpinionDocument } from './opinion-document.tsx';
import { OpinionFoot } from './opinion-foot.tsx';
import { withItem } from './typed-opinion.ts';
import type { Written } from './use-typed-opinion.ts';
import { writtenFrom } from './written-opinion.ts';

interface Given {
  one: CaseAnswer;
  desk: ReviewDeskAnswer;
  written: Written;
  active: ReviewItem;
  activate: (key: ReviewItem) => void;
  focus: (selector: string) => void;
}

/** The items or, instead of them, the document as it will read; at their foot what is to be done. */
export function OpinionWriting({ one, desk, written, active, activate, focus }: Given) {
  const { t } = useTranslation();
  const person = usePerson();
  const { typed, change, forget, current, before, returned } = written;
  const [previewed, preview] = useState(false);
  const drafted = (draftOf(one)?.['statutoryBasis'] ?? []) as Article[];
  const asWritten = {
    ...writtenFrom(typed),
    reviewer: person.name,
    advice: current?.advice ?? [],
    relaxations: one.relaxations,
  };
  return (
    <>
      {returned && (
        <div className="returned" role="note">
          <strong>{t('review.returned', { name: returned.by.name })}</strong>
          {returned.reasons.map((reason) => (
            <p key={reason}>{reason}</p>
          ))}
        </div>
      )}
      {previewed ? (
        <OpinionDocument one={one} names={desk} written={asWritten} version={one.content} />
      ) : (
        <ItemList
          {...{ typed, before, active, activate }}
          change={(key, changed) => change((typedBefore) => withItem(typedBefore, key, changed))}
          optionsOf={(key) => basisOptions(key, one.category, drafted, desk.statutes)}
          nameOf={(id) => one.evidence.find((piece) => piece.id === id)?.name ?? ''}
          point={() => focus('.evidence-list .point')}
        />
      )}
      <OpinionFoot
        {...{ one, desk, typed, change, forget, previewed, preview }}
        goTo={(key) => {
          preview(false);
          activate(key);
          // After the list is back where the document was.
          setTimeout(() => focus(`[data-item=${key}]`));
        }}
      />
    </>
  );
}
