import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePerson } from '../session.tsx';

/** Where a new case begins, for those who file; where somebody's tasks are handed over in one go, for heads. */
export function WorkLinks() {
  const { t } = useTranslation();
  const { roles } = usePerson();
  const heads = roles.some((role) => ['sectionHead', 'legalHead', 'leader'].includes(role));
  const files = roles.includes('handler');
  if (!heads && !files) return null;
  return (
    <p className="file-case">
      {heads && <Link to="/hand-over">{t('work.handOver')}</Link>}
      {files && <Link to="/cases/new">＋ {t('work.file')}</Link>}
    </p>
  );
}
