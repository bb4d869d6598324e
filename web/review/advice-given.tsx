import { useTranslation } from 'react-i18next';
import type { Round } from '../../api/schemas/rounds.ts';
import { momentInWords } from '../moment.ts';

export const adviceParts = ['law', 'risk', 'socialImpact'] as const;

/** What an adviser was asked, and what they answered on each point. */
export function AdviceGiven({ asked }: { asked: Round['advice'][number] }) {
  const { t } = useTranslation();
  return (
    <article className="record">
      <p className="recorded">
        {momentInWords(asked.askedAt)}{' '}
        <strong>{t('advice.askedBy', { name: asked.askedBy.name, adviser: asked.adviser?.name ?? '' })}</strong>
      </p>
      <ul>
        {asked.questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
      {asked.answeredAt ? (
        <dl className="words">
          {adviceParts.map((part) => (
            <div key={part}>
              <dt>{t(`fields.${part}`)}</dt>
              <dd>{asked[part]}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="hint">{t('advice.notYet')}</p>
      )}
    </article>
  );
}
