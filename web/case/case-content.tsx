import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import { ToBePublished } from './to-be-published.tsx';
import { Words } from './words.tsx';

/** What the page says above, and what is for the machine. */
const saidAbove = ['title', 'category', 'procedure', 'version', 'draft', 'certificateCategory'];

/** The newest version of the draft, and of what was filed all that it does not say anew. */
export function CaseContent({ one }: { one: CaseAnswer }) {
  const { t } = useTranslation();
  const newest = one.contentVersions.at(-1);
  const draft = newest ? without({ ...newest.words, ...(newest.words['draft'] as object | undefined) }, saidAbove) : {};
  return (
    <div className="paper">
      {one.publication && <ToBePublished publication={one.publication} />}
      {newest ? (
        <section>
          <h2>
            {t('case.version', { version: newest.version })}{' '}
            {newest.version > 1 && <Link to={`/cases/${one.id}/versions`}>{t('case.compareVersions')}</Link>}
          </h2>
          <Words words={draft} persons={one.persons} />
        </section>
      ) : (
        <p className="empty">{t('case.noContent')}</p>
      )}
      <section>
        <h2>{t('case.filed')}</h2>
        <Words words={without(one.filed, [...saidAbove, ...Object.keys(draft)])} persons={one.persons} />
      </section>
    </div>
  );
}

function without(words: Record<string, unknown>, names: string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(words).filter(([name]) => !names.includes(name)));
}
