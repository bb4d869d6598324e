import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { InboxScope } from './scopes.ts';
import { useSummary } from './use-summary.ts';

const due = ['late', 'today', 'soon'] as const;

/** The few numbers that matter, each a link to its rows. */
export function NumbersBand({ scope, due: chosen }: { scope: InboxScope; due: string }) {
  const { t } = useTranslation();
  const { data } = useSummary();
  return (
    <nav className="numbers" aria-label={t('work.numbers')}>
      {due.map((one) => (
        <Link
          key={one}
          to={`/work?due=${one}`}
          className={data?.[one] ? `is-${one}` : ''}
          aria-current={scope === 'mine' && chosen === one ? 'page' : undefined}
        >
          <strong>{data?.[one] ?? '–'}</strong> {t(`work.due.${one}`)}
        </Link>
      ))}
      <Link to="/work?scope=passedOn" aria-current={scope === 'passedOn' ? 'page' : undefined}>
        <strong>{data?.passedOn ?? '–'}</strong> {t('work.due.passedOn')}
      </Link>
    </nav>
  );
}
