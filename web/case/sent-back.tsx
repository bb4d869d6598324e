import { useTranslation } from 'react-i18next';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import { actions, type Action, type Stage } from '../../domain/process.ts';
import { momentInWords } from '../moment.ts';
import { recordText, useRecordWords } from './field-words.ts';
import { gistOf, type Happened } from './happened.ts';

const sendingBack: readonly string[] = ['returnByFirstReviewer', 'returnBySectionHead', 'returnOpinion', 'returnByLeader', 'reopen', 'requestSupplement', 'adoptOpinion', 'recordMeeting', 'concludeCoordination', 'amendDecision', 'annulDecision'] satisfies Action[]; // prettier-ignore
const sentBackTo: readonly Stage[] = ['investigating', 'supplementing', 'legalReview'];

/** Who sent the case back and why, as long as it stands where it was sent: the first thing to know for whoever goes on with it. */
export function SentBack({ one }: { one: CaseAnswer }) {
  const { i18n } = useTranslation();
  const record = useRecordWords(one.persons);
  const happened = lastMove(one);
  if (!happened || !sendingBack.includes(happened.type) || !sentBackTo.includes(happened.stage)) return null;
  const label = i18n.language === 'en' ? actions[happened.type as Action].en : happened.label;
  const said = gistOf(happened.words).said.flatMap(([, value]) => [value].flat());
  return (
    <section className="sent-back" aria-label={label}>
      <p>
        <strong>{label}</strong> {happened.actorName} {momentInWords(happened.at)}
      </p>
      {said.map((value, index) => (
        <p key={index}>{recordText(value, record)}</p>
      ))}
    </section>
  );
}

/** What brought the case where it stands. */
function lastMove({ history }: CaseAnswer): Happened | undefined {
  return history.findLast(({ stage }, at) => stage !== history[at - 1]?.stage);
}
