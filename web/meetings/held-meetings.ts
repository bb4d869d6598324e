import type { CaseAnswer } from '../../api/schemas/case.ts';
import type { PersonId } from '../../domain/state.ts';
import type { Result, Vote } from './typed-meeting.ts';

type Happened = CaseAnswer['history'][number];
interface Out {
  person: PersonId;
  reason?: string;
}
/** The words of recordMeeting, as they were sent. */
export interface RecordedWords {
  present?: PersonId[];
  absent?: Out[];
  recused?: Out[];
  opinions?: { person: PersonId; opinion?: string; vote?: Vote }[];
  result?: Result;
  resolution?: string;
  minutesNo?: string;
  materialChange?: object;
  headReasons?: string;
}

/** A meeting that was recorded, with how it was called. */
export interface HeldMeeting {
  seq: number;
  /** The event of its call. */
  callSeq: number | null;
  heldAt: string;
  place: string;
  recordedBy: string;
  recordedAt: string;
  words: RecordedWords;
}

/** The meetings of a case, the newest first. */
export function heldMeetings({ history }: Pick<CaseAnswer, 'history'>): HeldMeeting[] {
  return history.filter(({ type }) => type === 'recordMeeting').map((one) => heldOf(one, history)).toReversed(); // prettier-ignore
}

function heldOf({ seq, at, actorName, words }: Happened, history: Happened[]): HeldMeeting {
  const call = history.findLast((one) => one.type === 'conveneMeeting' && one.seq < seq);
  const { meetingAt, place } = (call?.words ?? {}) as { meetingAt?: string; place?: string };
  const recorded = { seq, recordedBy: actorName ?? '', recordedAt: at, words: words as RecordedWords };
  return { ...recorded, callSeq: call?.seq ?? null, heldAt: meetingAt ?? at, place: place ?? '' };
}
