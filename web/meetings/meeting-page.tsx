import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import type { MeetingAnswer } from '../../api/schemas/meetings.ts';
import { stages, type Action } from '../../domain/process.ts';
import { refusalMessages, type RefusalCode } from '../../domain/refusal.ts';
import { useCase, useRounds } from '../case/use-case.ts';
import { Failure } from '../failure.tsx';
import { Problem } from '../http.ts';
import { Loading } from '../loading.tsx';
import { momentInWords } from '../moment.ts';
import { ConveneForm } from './convene-form.tsx';
import { heldMeetings } from './held-meetings.ts';
import { Matter } from './matter.tsx';
import { MeetingForm } from './meeting-form.tsx';
import { Minutes } from './minutes.tsx';
import { Unrecorded } from './unrecorded.tsx';
import { useMeeting } from './use-meetings.ts';
import { WhatHappened } from './what-happened.tsx';
import { useWords } from './words.ts';
import { writtenFrom } from './written-minutes.ts';
import './meetings.css';

/** The meeting of one case: the matter in large on one side, the meeting on the other; the minutes once it is recorded. */
export function MeetingPage() {
  const { t } = useTranslation();
  const w = useWords();
  const { id = '' } = useParams();
  const [error, tell] = useState<Error | null>(null);
  const [one, meeting, rounds] = [useCase(id), useMeeting(id), useRounds(id)];
  const found = [one, meeting, rounds].find((asked) => asked.error);
  if (!one.data || !meeting.data || !rounds.data) {
    if (!found?.error) return <Loading />;
    if (!(found.error instanceof Problem && found.error.status === 404)) return <Failure error={found.error} again={() => void found.refetch()} />; // prettier-ignore
    return (
      <p className="empty">
        {t('case.missing')} <Link to="/meetings">{w('title')}</Link>
      </p>
    );
  }
  const held = heldMeetings(one.data);
  return (
    <article className="meeting">
      <header>
        <p>
          <Link to="/meetings">{w('title')}</Link>
        </p>
        <h1>{one.data.title}</h1>
        <Called one={one.data} desk={meeting.data} />
        {meeting.data.call && may(one.data, 'recordMeeting') && (
          <p className="to-sitting">
            <a href="#sitting">{w('membersInTurn')} ↓</a>
          </p>
        )}
      </header>
      <div className="table">
        <Matter one={one.data} desk={meeting.data} rounds={rounds.data.rounds} />
        <div className="held">
          {error && <WhatHappened error={error} />}
          <Sitting one={one.data} desk={meeting.data} told={tell} />
          {held[0] && <Unrecorded key={held[0].seq} one={one.data} desk={meeting.data} held={held[0]} />}
          {held.length > 0 && <h2>{w('recorded')}</h2>}
          {held.map(({ words, ...meta }, n) => (
            <Minutes
              key={meta.seq}
              one={one.data}
              desk={meeting.data}
              label={`${words.minutesNo ?? ''} ${held.length - n}`}
              minutes={writtenFrom(words, meta, meeting.data.persons)}
            />
          ))}
        </div>
      </div>
    </article>
  );
}

function may({ allowedActions }: CaseAnswer, action: Action): boolean {
  return allowedActions.some((allowed) => allowed.action === action);
}

/** When and where the meeting is called and by whom; or that none is. */
function Called({ one, desk: { call } }: { one: CaseAnswer; desk: MeetingAnswer }) {
  const w = useWords();
  if (!call) return one.stage === 'deliberation' ? <p>{w('notCalled')}</p> : null;
  const { at, place, by, agenda } = call;
  return (
    <>
      <p>{w('calledFor', { at: momentInWords(at), place: place || '—', name: by.name })}</p>
      {agenda && <p className="said">{agenda}</p>}
    </>
  );
}

interface Given {
  one: CaseAnswer;
  desk: MeetingAnswer;
  told: (error: Error | null) => void;
}

/** The meeting to be held, or called; and why not, where it is not this reader's to do. */
function Sitting({ one, desk, told }: Given) {
  const w = useWords();
  const why = useWhyNot(one);
  const { i18n } = useTranslation();
  if (one.stage !== 'deliberation') {
    const stage = i18n.language === 'en' && one.stage !== 'none' ? stages[one.stage].en : (one.stageName ?? '');
    return <p className="hint">{w('notDeliberating', { stage })}</p>;
  }
  const { call } = desk;
  const convene = (
    <ConveneForm
      key={call?.seq ?? 0}
      name={`${one.id}.${call?.seq ?? 0}`}
      cases={[{ id: one.id ?? '', title: one.title }]}
      members={desk.members}
      done={() => told(null)}
    />
  );
  if (!call) return may(one, 'conveneMeeting') ? convene : <p className="cannot">{why('conveneMeeting')}</p>;
  if (!may(one, 'recordMeeting')) return <p className="cannot">{w('notMine', { why: why('recordMeeting') })}</p>;
  return (
    <>
      <MeetingForm key={call.seq} one={one} desk={desk} call={call} told={told} />
      {may(one, 'conveneMeeting') && (
        <details className="again">
          <summary>{w('callAgain')}</summary>
          {convene}
        </details>
      )}
    </>
  );
}

/** Why this reader may not take an act now, in the language that is read. */
function useWhyNot({ otherActions }: CaseAnswer): (action: Action) => string {
  const { i18n } = useTranslation();
  return (wanted) => {
    const other = otherActions.find(({ action }) => action === wanted);
    if (!other) return '';
    return i18n.language === 'en' ? (refusalMessages[other.code as RefusalCode]?.en ?? other.why) : other.why;
  };
}
