import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Failure } from '../failure.tsx';
import { useCase, useReviewDesk, useRounds } from '../case/use-case.ts';
import { Problem } from '../http.ts';
import { Loading } from '../loading.tsx';
import { ReviewDesk } from './review-desk.tsx';

/** The review desk (审核台) of a case. What was read stays on the page when the connection breaks off. */
export function ReviewDeskPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const [one, rounds, desk] = [useCase(id), useRounds(id), useReviewDesk(id)];
  if (one.data && rounds.data && desk.data) {
    const given = { one: one.data, rounds: rounds.data.rounds, desk: desk.data };
    return <ReviewDesk key={`${id} ${one.data.round}`} {...given} />;
  }
  const found = [one, rounds, desk].find(({ error }) => error);
  if (!found?.error) return <Loading />;
  if (found.error instanceof Problem && found.error.status === 404) return <Missing words={t('case.missing')} />;
  return <Failure error={found.error} again={() => void found.refetch()} />;
}

function Missing({ words }: { words: string }) {
  const { t } = useTranslation();
  return (
    <p className="empty">
      {words} <Link to="/work">{t('failure.home')}</Link>
    </p>
  );
}
