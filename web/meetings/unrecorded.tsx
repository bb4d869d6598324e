import { Button } from 'antd';
import { useState } from 'react';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import type { MeetingAnswer } from '../../api/schemas/meetings.ts';
import { keptPlace, readKept } from '../kept-places.ts';
import { usePerson } from '../session.tsx';
import type { HeldMeeting } from './held-meetings.ts';
import { keptMeeting } from './kept-meeting.ts';
import { Minutes } from './minutes.tsx';
import { bodyOf, type TypedMeeting } from './typed-meeting.ts';
import { useWords } from './words.ts';
import { writtenFrom } from './written-minutes.ts';

interface Given {
  one: CaseAnswer;
  desk: MeetingAnswer;
  held: HeldMeeting;
}

/** What this reader wrote of a meeting that somebody else recorded first: nothing of it is lost. */
export function Unrecorded({ one, desk, held }: Given) {
  const w = useWords();
  const person = usePerson();
  const place = keptPlace(person.id, keptMeeting(one.id, held.callSeq ?? 0));
  const [typed, show] = useState(() => readKept<TypedMeeting>(place));
  if (!typed) return null;
  const { heldAt, place: room } = held;
  const meta = { heldAt, place: room, recordedBy: person.name, recordedAt: null };
  const forget = () => {
    localStorage.removeItem(place);
    show(null);
  };
  return (
    <details className="unrecorded" open>
      <summary>{w('unrecorded')}</summary>
      <p className="hint">{w('unrecordedHint')}</p>
      <Minutes
        one={one}
        desk={desk}
        label={w('unrecorded')}
        minutes={writtenFrom(bodyOf(typed, desk.members, typed.headReasons !== ''), meta, desk.persons)}
      />
      <Button onClick={forget}>{w('forget')}</Button>
    </details>
  );
}
