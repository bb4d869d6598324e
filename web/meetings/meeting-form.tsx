import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import type { MeetingAnswer, MeetingCall } from '../../api/schemas/meetings.ts';
import { attendanceOf, tallyOf } from '../../domain/meeting.ts';
import { act, sentAs, stillOpen } from '../act.ts';
import { useKept } from '../kept.ts';
import { usePerson } from '../session.tsx';
import { AttendanceBar } from './attendance-bar.tsx';
import { keptMeeting } from './kept-meeting.ts';
import { LackingList } from './lacking-list.tsx';
import { lackingIn } from './lacking.ts';
import { MemberRow } from './member-row.tsx';
import { Minutes } from './minutes.tsx';
import { Outcome } from './outcome.tsx';
import { begunMeeting, blankMember, bodyOf, departs, sittingOf, withAllPresent, withMember, type TypedMeeting } from './typed-meeting.ts'; // prettier-ignore
import { useWords } from './words.ts';
import { writtenFrom } from './written-minutes.ts';

interface Given {
  one: CaseAnswer;
  desk: MeetingAnswer;
  call: MeetingCall;
  /** What became of the last attempt; null once it is recorded, and when a new one begins. */
  told: (error: Error | null) => void;
}

/** The meeting while it is held: attendance, each member in turn, the outcome, and the minutes as they will be issued. */
export function MeetingForm({ one, desk, call, told }: Given) {
  const w = useWords();
  const person = usePerson();
  const queries = useQueryClient();
  const [typed, change, forget] = useKept<TypedMeeting>(keptMeeting(one.id, call.seq), () => begunMeeting(desk));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const sitting = sittingOf(typed, desk);
  const tally = tallyOf(sitting.meeting);
  const departing = departs(typed, tally.carried, person.id, desk.chair);
  const lacking = lackingIn(typed, desk, person.id);
  const body = bodyOf(typed, desk.members, departing);
  const meta = { heldAt: call.at, place: call.place, recordedBy: person.name, recordedAt: null };

  async function record(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (lacking.length > 0) return;
    const sent = sentAs(body, typed.sent);
    change((before) => ({ ...before, sent }));
    setBusy(true);
    told(null);
    try {
      await act(one.id ?? '', 'recordMeeting', sent);
      forget();
      await queries.invalidateQueries();
    } catch (failed) {
      told(failed as Error);
      setBusy(false);
      change((before) => ({ ...before, sent: stillOpen(failed, sent) }));
      void queries.invalidateQueries({ queryKey: ['case', one.id] });
    }
  }

  return (
    <form id="sitting" className="sitting" aria-label={w('membersInTurn')} onSubmit={(event) => void record(event)}>
      <AttendanceBar attendance={attendanceOf(sitting)} />
      <h2>{w('membersInTurn')}</h2>
      <p className="hint">
        {w('kept')}{' '}
        {desk.members.some(({ id }) => !typed.members[id]?.attends) && (
          <Button size="small" onClick={() => change((before) => withAllPresent(before, desk.members))}>
            {w('allPresent')}
          </Button>
        )}
      </p>
      <ol className="members">
        {desk.members.map((member) => (
          <MemberRow
            key={member.id}
            member={member}
            isChair={member.id === desk.chair}
            typed={typed.members[member.id] ?? blankMember}
            change={(changed) => change((before) => withMember(before, member.id, changed))}
          />
        ))}
      </ol>
      <Outcome typed={typed} tally={tally} isChair={person.id === desk.chair} departing={departing} change={change} />
      <details className="preview">
        <summary>{w('preview')}</summary>
        <Minutes one={one} desk={desk} minutes={writtenFrom(body, meta, desk.persons)} />
      </details>
      <footer className="sitting-foot">
        <LackingList lacking={lacking} persons={desk.persons} tried={tried} />
        <Button type="primary" htmlType="submit" size="large" loading={busy}>
          {w('record')}
        </Button>
        <small>{w('keptHere')}</small>
      </footer>
    </form>
  );
}
