import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import type { Round } from '../../api/schemas/rounds.ts';
import { useCase, useRounds } from '../case/use-case.ts';
import { Failure } from '../failure.tsx';
import { Problem } from '../http.ts';
import { Loading } from '../loading.tsx';
import { AdviceGiven } from '../review/advice-given.tsx';
import { DeskHead } from '../review/desk-head.tsx';
import { MaterialView } from '../review/material-view.tsx';
import { AdviceForm } from './advice-form.tsx';

/** One consulted case: the material on the left; on the right what was asked, and the three answers. */
export function AdviceDeskPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const [one, rounds] = [useCase(id), useRounds(id)];
  if (one.data && rounds.data) return <AdviceDesk one={one.data} rounds={rounds.data.rounds} />;
  const error = one.error ?? rounds.error;
  if (!error) return <Loading />;
  if (error instanceof Problem && error.status === 404) return <p className="empty">{t('case.missing')}</p>;
  return <Failure error={error} again={() => void Promise.all([one.refetch(), rounds.refetch()])} />;
}

function AdviceDesk({ one, rounds }: { one: CaseAnswer; rounds: Round[] }) {
  const { t, i18n } = useTranslation();
  const asked = rounds.flatMap(({ advice }) => advice).toReversed();
  const open = asked.find(({ answeredAt }) => !answeredAt);
  const mine = one.allowedActions.some(({ action }) => action === 'advise');
  const not = one.otherActions.find(({ action }) => action === 'advise');
  return (
    <article className="desk">
      <DeskHead one={one} title={t('advice.desk')} />
      <MaterialView one={one} rounds={rounds} />
      <section className="answering" aria-label={t('advice.desk')}>
        {mine && open ? (
          <AdviceForm key={open.askedAt} one={one} asked={open} />
        ) : (
          <p className="empty">
            {t('advice.notAsked')} {i18n.language === 'en' ? not?.whyEn : not?.why}
          </p>
        )}
        {asked
          .filter(({ answeredAt }) => answeredAt)
          .map((answered) => (
            <AdviceGiven key={answered.askedAt} asked={answered} />
          ))}
      </section>
    </article>
  );
}
