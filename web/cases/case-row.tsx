import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ListedCaseAnswer } from '../../api/schemas/case-list.ts';
import { actForms, deskOf } from '../case/act-forms.ts';
import { Due } from '../due.tsx';
import { Holder } from '../holder.tsx';

/** One case in a list; what is asked leads to where it is done. */
export const CaseRow = memo(function CaseRow({ one, place }: { one: ListedCaseAnswer; place: number }) {
  const { t, i18n } = useTranslation();
  const english = i18n.language === 'en';
  const [asked] = one.asked;
  const about = [one.documentNo, one.title.includes(one.partyName) ? '' : one.partyName, english ? t(`values.${one.category}` as 'loading') : one.categoryName, one.sectionName]; // prettier-ignore
  return (
    <tr aria-rowindex={place} data-case={one.id} data-act={actAt(one)}>
      <td className="case">
        <Link to={deskOf(one.id, one.asked.map(({ action }) => action))} title={one.title}>
          {one.title}
        </Link>
        <small>
          {one.major && <span className="tag">{t('case.major')}</span>} {about.filter(Boolean).join(' · ')}
        </small>
      </td>
      <td className="due">
        <Due due={one.due} />
        {one.due && (
          <Link className="why" to={`/cases/${one.id}?tab=deadlines`}>
            {t('due.why')}
          </Link>
        )}
      </td>
      <td className="asked">
        {asked && <strong>{english ? asked.labelEn : asked.label}</strong>}
        <small>{one.asked.slice(1).map((act) => (english ? act.labelEn : act.label)).join('、')}</small>
      </td>
      <td className="stage">
        {english ? one.stageNameEn : one.stageName}
        <small>
          {one.round > 0 && t('work.round', { round: one.round })}
          {one.urged && one.urged.unanswered > 0 && <span className="late"> {english ? one.urged.labelEn : one.urged.label}</span>}
        </small>
      </td>
      <td className="holders">
        {one.holders.map((holder) => (
          <Holder key={holder.id} one={holder} />
        ))}
      </td>
    </tr>
  );
}); // prettier-ignore

/** Where what is asked is done: a desk of its own, or the case page with the act begun. */
function actAt({ id, asked }: ListedCaseAnswer): string | undefined {
  const names = asked.map(({ action }) => action);
  const [first] = names;
  if (!first) return undefined;
  return actForms[first] ? `/cases/${id}?act=${first}` : deskOf(id, names);
}
