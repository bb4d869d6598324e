import { useTranslation } from 'react-i18next';
import type { ItemChange, Round } from '../../api/schemas/rounds.ts';
import { Differences } from '../differences.tsx';
import { Changed } from './drafted.tsx';

/** What is otherwise than in the round before: the content word by word, and the items that were answered otherwise. */
export function RoundChanges({ changed, answered }: { changed: NonNullable<Round['changed']>; answered: boolean }) {
  const { t } = useTranslation();
  const { since, content, items } = changed;
  return (
    <details className="changes" open>
      <summary>{t('opinions.changedSince', { round: since })}</summary>
      {content ? <Changed change={content} only /> : <p>{t('review.sameContent', { round: since })}</p>}
      {answered && items.length === 0 && <p>{t('opinions.sameAnswers')}</p>}
      {answered && items.map((item) => <Item key={item.key} item={item} />)}
    </details>
  );
}

function Item({ item }: { item: ItemChange }) {
  const { t } = useTranslation();
  const resultOf = (result: ItemChange['from']) => (result ? t(`review.results.${result}`) : t('opinions.unanswered'));
  const { evidence } = item;
  const pointed = [
    ...evidence.same.map((id) => ({ kind: 'same' as const, text: `${id} ` })),
    ...evidence.removed.map((id) => ({ kind: 'removed' as const, text: `${id} ` })),
    ...evidence.added.map((id) => ({ kind: 'added' as const, text: `${id} ` })),
  ];
  return (
    <article className="record">
      <p>
        {item.item} {t(`review.questions.${item.key}`)}{' '}
        {item.from === item.to ? (
          <strong>{resultOf(item.to)}</strong>
        ) : (
          <>
            <del>{resultOf(item.from)}</del> <ins>{resultOf(item.to)}</ins>
          </>
        )}
      </p>
      <p>
        <Differences runs={item.basis} />
      </p>
      <p>
        <Differences runs={item.note} />
      </p>
      {evidence.removed.length + evidence.added.length > 0 && (
        <p>
          {t('review.pointing')} <Differences runs={pointed} />
        </p>
      )}
    </article>
  );
}
