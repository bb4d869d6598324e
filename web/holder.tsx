import { useTranslation } from 'react-i18next';
import type { ListedCaseAnswer } from '../api/schemas/case-list.ts';

/** Somebody with role and section: 「初审员 林某（执法一科）」. */
export function Holder({ one }: { one: ListedCaseAnswer['holders'][number] }) {
  const { i18n } = useTranslation();
  const role = i18n.language === 'en' ? '' : `${one.roles[0]?.label ?? one.title} `;
  return (
    <span className="holder">
      {role}
      {one.name}
      <small>（{one.sectionName}）</small>
    </span>
  );
}
