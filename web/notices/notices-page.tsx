import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Failure } from '../failure.tsx';
import { post } from '../http.ts';
import { Loading } from '../loading.tsx';
import { momentInWords } from '../moment.ts';
import { noticesKey, useNotices } from './use-notices.ts';

/** What I was told, the newest first; opening a case marks its notice as read. */
export function NoticesPage() {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const notices = useNotices();
  if (notices.isPending) return <Loading />;
  if (notices.error) return <Failure error={notices.error} again={() => void notices.refetch()} />;
  const { items, unread, mark } = notices.data;
  const read = async (path: string, body: object) => {
    await post(`/api/v1/notifications/${path}`, body);
    await queries.invalidateQueries({ queryKey: noticesKey });
  };
  return (
    <>
      <h1>{t('notices.title')}</h1>
      {unread > 0 && (
        <p>
          <Button onClick={() => void read('read-all', { upTo: mark })}>{t('notices.readAll')}</Button>
        </p>
      )}
      {items.length === 0 && (
        <p className="empty">
          {t('notices.empty')} <Link to="/work">{t('failure.home')}</Link>
        </p>
      )}
      <ol className="history">
        {items.map((notice) => (
          <li key={notice.id} className={notice.readAt ? 'by-clock' : ''}>
            <time dateTime={notice.at}>{momentInWords(notice.at)}</time>
            <p>
              <strong>{i18n.language === 'en' ? notice.kindNameEn : notice.kindName}</strong>{' '}
              <Link
                to={notice.caseId === null ? `/orders/${notice.orderId}` : `/cases/${notice.caseId}`}
                onClick={() => void read(`${notice.id}/read`, {})}
              >
                {i18n.language === 'en' ? notice.textEn : notice.text}
              </Link>
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}
