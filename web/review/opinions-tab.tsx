import { useTranslation } from 'react-i18next';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import { Failure } from '../failure.tsx';
import { Loading } from '../loading.tsx';
import { useReviewDesk, useRounds } from '../case/use-case.ts';
import { RoundView } from './round-view.tsx';
import './review.css';

/** The opinions round by round, the newest first, with all that was asked and answered and what changed between them. */
export function OpinionsTab({ one }: { one: CaseAnswer }) {
  const { t } = useTranslation();
  const id = one.id ?? '';
  const [rounds, desk] = [useRounds(id), useReviewDesk(id)];
  if (rounds.isPending) return <Loading />;
  if (!rounds.data) return <Failure error={rounds.error} again={() => void rounds.refetch()} />;
  const [newest, ...earlier] = rounds.data.rounds.toReversed();
  if (!newest) return <p className="empty">{t('opinions.none')}</p>;
  return (
    <div className="rounds">
      <RoundView one={one} round={newest} names={desk.data} open />
      {earlier.map((round) => (
        <RoundView key={round.round} one={one} round={round} names={desk.data} />
      ))}
    </div>
  );
}
