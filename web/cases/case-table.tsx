import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedCaseAnswer } from '../../api/schemas/case-list.ts';
import { CaseRow } from './case-row.tsx';
import { useRowKeys } from './row-keys.ts';
import { useRowsInView } from './use-rows-in-view.ts';
import './cases.css';

const columns = ['case', 'due', 'asked', 'stage', 'holders'] as const;
/** So many rows before the end of what was read the next page is asked for. */
const readAhead = 40;

interface Given {
  items: ListedCaseAnswer[];
  /** How many there are in all; null where nobody counted. */
  total?: number | null;
  /** Reads more, where there is more. */
  more: (() => void) | undefined;
}

/** Cases as rows: which it is, when it is due, what is asked, where it stands, with whom. The first link opens it. */
export function CaseTable({ items, total = null, more }: Given) {
  const { t } = useTranslation();
  const { body, first, last, above, below } = useRowsInView(items.length);
  useRowKeys(body);
  useEffect(() => {
    if (last > items.length - readAhead) more?.();
  }, [last, items.length, more]);
  return (
    <>
      <table className="cases" aria-rowcount={(total ?? items.length) + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((name) => (
              <th key={name} scope="col" className={name}>
                {t(`work.columns.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {above > 0 && <Gap height={above} />}
          {items.slice(first, last).map((one, index) => (
            <CaseRow key={one.id} one={one} place={first + index + 2} />
          ))}
          {below > 0 && <Gap height={below} />}
        </tbody>
      </table>
      <p className="hint">
        {total !== null && t('work.total', { count: total })} <span className="keys">{t('work.keys')}</span>
      </p>
      {more && <Button onClick={more}>{t('work.more')}</Button>}
    </>
  );
}

/** What is scrolled out of view takes its place. */
function Gap({ height }: { height: number }) {
  return (
    <tr aria-hidden="true" className="gap">
      <td colSpan={columns.length} style={{ height }} />
    </tr>
  );
}
