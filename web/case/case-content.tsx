import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import { Words } from './words.tsx';

/** What was filed, and the newest version of the draft. */
export function CaseContent({ one }: { one: CaseAnswer }) {
  const { t } = useTranslation();
  const newest = one.contentVersions.at(-1);
  return (
    <div className="paper">
      {newest ? (
        <section>
          <h2>{t('case.version', { version: newest.version })}</h2>
          {newest.version > 1 && <Link to={`/cases/${one.id}/versions`}>{t('case.compareVersions')}</Link>}
          <Words words={newest.words} />
        </section>
      ) : (
        <p className="empty">{t('case.noContent')}</p>
      )}
      <section>
        <Words words={one.filed} />
      </section>
    </div>
  );
}
