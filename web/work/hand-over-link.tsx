import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePerson } from '../session.tsx';

/** For heads: where somebody's tasks are handed over in one go. */
export function HandOverLink() {
  const { t } = useTranslation();
  if (!usePerson().roles.some((role) => ['sectionHead', 'legalHead', 'leader'].includes(role))) return null;
  return (
    <p className="file-case">
      <Link to="/hand-over">{t('work.handOver')}</Link>
    </p>
  );
}
