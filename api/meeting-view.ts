import { shanghai } from '../domain/calendar.ts';
import type { CaseState } from '../domain/state.ts';
import type { Call, Proposed } from '../prisma/meetings.ts';
import type { NamedPerson } from '../prisma/names.ts';
import type { AgendaItem, MeetingCall } from './schemas/meetings.ts';

type People = Map<string, NamedPerson>;

/** The call that waits to be held; none where the last one was recorded already, or the case no longer deliberates. */
export function callView({ stage, meeting }: CaseState, call: Call | undefined, people: People): MeetingCall | null {
  if (stage !== 'deliberation' || !meeting || !call) return null;
  const { seq, words } = call;
  return {
    seq,
    at: shanghai(meeting.at),
    place: words.place ?? '',
    agenda: words.agenda ?? '',
    members: meeting.members.map((id) => nameOf(id, people)),
    by: nameOf(call.by, people),
    calledAt: shanghai(call.at),
  };
}

/** Everybody whom a call names. */
export function personsInCall(state: CaseState, call: Call | undefined): string[] {
  return [...(state.meeting?.members ?? []), ...(call ? [call.by] : [])];
}

export function proposedView(proposed: Proposed | undefined): AgendaItem['proposed'] {
  if (!proposed) return null;
  const { amountFen, confiscatedFen, ...rest } = proposed;
  return { ...rest, amountYuan: amountFen / 100, confiscatedYuan: confiscatedFen / 100 };
}

export function nameOf(id: string, people: People): { id: string; name: string } {
  return { id, name: people.get(id)?.name ?? '' };
}
