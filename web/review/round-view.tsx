import { useTranslation } from 'react-i18next';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import type { ReviewDeskAnswer } from '../../api/schemas/review-desk.ts';
import type { Round } from '../../api/schemas/rounds.ts';
import { actions } from '../../domain/process.ts';
import { momentInWords } from '../moment.ts';
import { AdviceGiven } from './advice-given.tsx';
import { OpinionDocument } from './opinion-document.tsx';
import { RoundChanges } from './round-changes.tsx';
import { writtenIn } from './written-opinion.ts';

interface Given {
  one: CaseAnswer;
  round: Round;
  names: ReviewDeskAnswer | undefined;
  /** Whether its opinion is in full in view. */
  open?: boolean;
}

/** One round of review: verdict, who and when, the opinion in full, what was asked meanwhile, what changed, what was answered. */
export function RoundView({ one, round, names, open = false }: Given) {
  const { t, i18n } = useTranslation();
  const { opinion, returns, supplements, advice, response, changed } = round;
  const verdict = opinion?.verdict;
  const document = opinion && (
    <OpinionDocument one={one} names={names} written={writtenIn(round, opinion)} version={round.contentVersion} />
  );
  return (
    <section className="round" aria-label={t('work.round', { round: round.round })}>
      <h2>
        {t('work.round', { round: round.round })}
        {verdict ? (
          <strong className={verdict === 'agree' ? 'pass' : 'late'}>{t(`review.verdicts.${verdict}`)}</strong>
        ) : (
          <strong>{t('opinions.notYet')}</strong>
        )}
      </h2>
      <dl className="clocks">
        <Fact name={t('opinions.number')} said={round.opinionNo} />
        <Fact name={t('opinions.reviewer')} said={round.reviewer?.name} at={opinion?.at} />
        <Fact name={t('opinions.signedBy')} said={round.signedBy?.name} at={round.signedAt} />
        <Fact name={t('opinions.content')} said={t('case.version', { version: round.contentVersion })} />
      </dl>
      {changed && <RoundChanges changed={changed} answered={opinion !== null} />}
      {document && (open ? document : <Folded label={t('opinions.inFull')}>{document}</Folded>)}
      {advice.map((asked) => (
        <AdviceGiven key={asked.askedAt} asked={asked} />
      ))}
      {supplements.map((asked) => (
        <Entry key={asked.at} at={asked.at} who={`${asked.by.name} ${t('opinions.supplement')}`}>
          {asked.missing.map((words, n) => (
            <p key={words}>
              {words}
              {asked.answers[n] && <small> — {asked.answers[n]}</small>}
            </p>
          ))}
        </Entry>
      ))}
      {returns.map((returned) => (
        <Entry key={returned.at} at={returned.at} who={`${returned.by.name} ${t('opinions.returned')}`}>
          {returned.reasons.map((words) => (
            <p key={words}>{words}</p>
          ))}
          {returned.opinion && (
            <Folded label={t('opinions.inFull')}>
              <OpinionDocument
                one={one}
                names={names}
                written={writtenIn(round, returned.opinion)}
                version={round.contentVersion}
              />
            </Folded>
          )}
        </Entry>
      ))}
      {response && (
        <Entry
          at={response.at}
          who={`${response.by.name} ${i18n.language === 'en' ? actions[response.action].en : response.label}`}
        >
          {response.words.map((words) => (
            <p key={words}>{words}</p>
          ))}
        </Entry>
      )}
    </section>
  );
}

function Fact({ name, said, at }: { name: string; said: string | null | undefined; at?: string | null | undefined }) {
  if (!said) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {said} {at && <small>{momentInWords(at)}</small>}
      </dd>
    </>
  );
}

function Entry({ at, who, children }: { at: string; who: string; children: React.ReactNode }) {
  return (
    <article className="record">
      <p className="recorded">
        {momentInWords(at)} <strong>{who}</strong>
      </p>
      {children}
    </article>
  );
}

function Folded({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <details>
      <summary>{label}</summary>
      {children}
    </details>
  );
}
