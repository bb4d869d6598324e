import type { MeetingAnswer } from '../../api/schemas/meetings.ts';
import type { PersonId } from '../../domain/state.ts';
import type { HeldMeeting, RecordedWords } from './held-meetings.ts';
import type { Result, Vote } from './typed-meeting.ts';

export interface Named {
  name: string;
  reason: string;
}

/** The minutes of a meeting as their document says them, recorded or still being written. */
export interface WrittenMinutes {
  no: string;
  heldAt: string;
  place: string;
  present: string[];
  absent: Named[];
  recused: Named[];
  opinions: { name: string; opinion: string; vote: Vote | null }[];
  result: Result | null;
  resolution: string;
  changed: boolean;
  headReasons: string;
  recordedBy: string;
  recordedAt: string | null;
}

type Meta = Pick<HeldMeeting, 'heldAt' | 'place' | 'recordedBy'> & { recordedAt: string | null };

/** From the words of the act, sent or about to be sent, so that what is previewed is what will be issued. */
export function writtenFrom(words: RecordedWords, meta: Meta, persons: MeetingAnswer['persons']): WrittenMinutes {
  const name = (id: PersonId) => persons[id] ?? id;
  const named = (list: RecordedWords['absent'] = []) =>
    list.map(({ person, reason = '' }) => ({ name: name(person), reason }));
  return {
    ...meta,
    no: words.minutesNo ?? '',
    present: (words.present ?? []).map(name),
    absent: named(words.absent),
    recused: named(words.recused),
    opinions: (words.opinions ?? []).map(({ person, opinion = '', vote = null }) => ({
      name: name(person),
      opinion,
      vote,
    })),
    result: words.result ?? null,
    resolution: words.resolution ?? '',
    changed: words.materialChange !== undefined,
    headReasons: words.headReasons ?? '',
  };
}
