import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ListedCaseAnswer } from '../../api/schemas/case-list.ts';
import { deskOf } from '../case/act-forms.ts';
import { Due } from '../due.tsx';
import { useRowKeys } from './row-keys.ts';

/** Cases as rows: when each is due, which it is, what is asked, where it stands, with whom. The first link opens it. */
export function CaseTable({ items, more }: { items: ListedCaseAnswer[]; more: (() => void) | undefined }) {
  const { t } = useTranslation();
  const keys = useRowKeys();
  return (
    <>
      <table className="cases" onKeyDown={keys}>
        <thead>
          <tr>
            {(['case', 'due', 'asked', 'stage', 'holders'] as const).map((name) => (
              <th key={name} scope="col">
                {t(`work.columns.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <CaseRow key={one.id} one={one} />
          ))}
        </tbody>
      </table>
      <p className="hint">{t('work.keys')}</p>
      {more && <Button onClick={more}>{t('work.more')}</Button>}
    </>
  );
}

function CaseRow({ one }: { one: ListedCaseAnswer }) {
  const { t, i18n } = useTranslation();
  const english = i18n.language === 'en';
  return (
    <tr>
      <td>
        <Link
          to={deskOf(
            one.id,
            one.asked.map(({ action }) => action),
          )}
        >
          {one.title}
        </Link>
        <small>
          {[one.documentNo, one.partyName, one.categoryName].filter(Boolean).join(' · ')}{' '}
          {one.major && <Tag>{t('case.major')}</Tag>}
        </small>
      </td>
      <td>
        <Due due={one.due} />
      </td>
      <td>{one.asked.map((act) => (english ? act.labelEn : act.label)).join('、')}</td>
      <td>
        {english ? one.stageNameEn : one.stageName}
        {one.round > 0 && <small> {t('work.round', { round: one.round })}</small>}
      </td>
      <td>
        {one.holders.map((holder) => (
          <span key={holder.id} className="holder">
            {holder.roles[0]?.label} {holder.name}
            <small>（{holder.sectionName}）</small>
          </span>
        ))}
      </td>
    </tr>
  );
}
