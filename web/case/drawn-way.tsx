import { useTranslation } from 'react-i18next';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import { stages, type Stage } from '../../domain/process.ts';
import { dayOfMonthInWords } from '../moment.ts';
import { wayOf } from './way.ts';

const signs = { done: '●', now: '◉', toCome: '○' } as const;

/** The drawn process: what is done and since when, where the case is now, what is to come. */
export function DrawnWay({ one }: { one: CaseAnswer }) {
  const { t, i18n } = useTranslation();
  const nameOf = (stage: Stage) => (i18n.language === 'en' ? stages[stage].en : stages[stage].zh);
  return (
    <ol className="way" aria-label={t('case.way.title')}>
      {wayOf(one).map(({ stage, standing, since, instead }) => (
        <li key={stage} className={standing} aria-current={standing === 'now' ? 'step' : undefined}>
          <span className="sign" aria-hidden="true">
            {signs[standing]}
          </span>
          <span className="name">{instead ? `${nameOf(stage)} · ${nameOf(instead)}` : nameOf(stage)}</span>
          <small>
            {since && dayOfMonthInWords(since)}
            <span className="unseen"> {t(`case.way.${standing}`)}</span>
          </small>
        </li>
      ))}
    </ol>
  );
}
