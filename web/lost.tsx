import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export function Lost() {
  const { t } = useTranslation();
  return (
    <p className="empty">
      {t('failure.lost')} <Link to="/work">{t('failure.home')}</Link>
    </p>
  );
}
