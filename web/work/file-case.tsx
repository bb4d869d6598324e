import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePerson } from '../session.tsx';

/** Where a new case begins, for those who file. */
export function FileCase() {
  const { t } = useTranslation();
  if (!usePerson().roles.includes('handler')) return null;
  return (
    <p className="file-case">
      <Link to="/cases/new">＋ {t('work.file')}</Link>
    </p>
  );
}
