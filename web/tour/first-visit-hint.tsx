import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePerson } from '../session.tsx';
import { hasSeenTour, rememberTour } from './seen.ts';
import './first-visit.css';

/** Offers the tour to whoever never saw it; it stays at hand above every page. */
export function FirstVisitHint() {
  const { t } = useTranslation();
  const { id } = usePerson();
  const [shown, show] = useState(() => !hasSeenTour(id));
  if (!shown) return null;
  const dismiss = () => {
    rememberTour(id);
    show(false);
  };
  return (
    <aside className="first-visit" aria-label={t('tour.title')}>
      <p>{t('tour.hint')}</p>
      <Link to="/tour">{t('tour.begin')}</Link>
      <Button type="text" size="small" onClick={dismiss}>
        {t('tour.dismiss')}
      </Button>
    </aside>
  );
}
