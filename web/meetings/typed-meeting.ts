import type { MeetingAnswer, Member } from '../../api/schemas/meetings.ts';
import type { MeetingInput } from '../../domain/command.ts';
import type { Sitting } from '../../domain/meeting.ts';
import type { PersonId } from '../../domain/state.ts';
import type { Sent } from '../act.ts';

export type Attends = 'present' | 'absent' | 'recused';
export type Vote = NonNullable<MeetingInput['votes'][number]['vote']>;
export type Result = NonNullable<MeetingInput['result']>;

export const attendances: Attends[] = ['present', 'absent', 'recused'];
export const votes: Vote[] = ['agree', 'disagree', 'abstain'];
export const results: Result[] = ['issuing', 'investigating', 'terminated', 'postponed'];

export interface TypedMember {
  attends: Attends | null;
  /** Why absent or recused. */
  reason: string;
  opinion: string;
  vote: Vote | null;
}

/** A meeting as far as it is written down. Each member stands in it once, and so can vote once. */
export interface TypedMeeting {
  members: Record<PersonId, TypedMember>;
  result: Result | null;
  resolution: string;
  minutesNo: string;
  /** The meeting changed what was reviewed: kind, amount, basis or facts. */
  changed: boolean;
  headReasons: string;
  sent: Sent | null;
}

export const blankMember: TypedMember = { attends: null, reason: '', opinion: '', vote: null };

/** What is known before the meeting begins: who is recused, on leave or had another part in the case. */
export function begunMeeting({ members, nextMinutesNo }: MeetingAnswer): TypedMeeting {
  const known = members.flatMap(({ id, why }) => (why ? [[id, { ...blankMember, attends: outAs(why.code), reason: why.zh }] as const] : [])); // prettier-ignore
  const nothing = { result: null, resolution: '', changed: false, headReasons: '', sent: null };
  return { ...nothing, members: Object.fromEntries(known), minutesNo: nextMinutesNo };
}

/** Whoever may not vote is listed as recused; whoever is not in office or on leave as absent. */
export function outAs(code: string): Attends {
  return code.startsWith('person.') ? 'absent' : 'recused';
}

export function withMember(typed: TypedMeeting, id: PersonId, changed: Partial<TypedMember>): TypedMeeting {
  return { ...typed, members: { ...typed.members, [id]: { ...(typed.members[id] ?? blankMember), ...changed } } };
}

/** Everybody of whom nothing is said yet attends. */
export function withAllPresent(typed: TypedMeeting, members: Member[]): TypedMeeting {
  return members
    .filter(({ id }) => !typed.members[id]?.attends)
    .reduce((before, { id }) => withMember(before, id, { attends: 'present' }), typed);
}

/** Head of the agency, against the majority, for a decision. */
export function departs(typed: TypedMeeting, carried: boolean, actor: PersonId, chair: PersonId | null): boolean {
  return typed.result === 'issuing' && !carried && actor === chair;
}

/** The body of recordMeeting: members in the order of the collective, opinions of those alone who attended. */
export function bodyOf(typed: TypedMeeting, members: Member[], departing: boolean) {
  const listed = members.map(({ id }) => ({ id, ...(typed.members[id] ?? blankMember) }));
  const as = (attends: Attends) => listed.filter((one) => one.attends === attends);
  const out = (attends: Attends) =>
    as(attends).map(({ id, reason }) => ({ person: id, ...(reason.trim() && { reason: reason.trim() }) }));
  return {
    present: as('present').map(({ id }) => id),
    absent: out('absent'),
    recused: out('recused'),
    opinions: as('present')
      .filter(({ opinion, vote }) => vote || opinion.trim())
      .map(({ id, opinion, vote }) => ({ person: id, opinion: opinion.trim(), ...(vote && { vote }) })),
    ...(typed.result && { result: typed.result }),
    resolution: typed.resolution.trim(),
    minutesNo: typed.minutesNo.trim(),
    ...(typed.changed && { materialChange: {} }),
    ...(departing && { headReasons: typed.headReasons.trim() }),
  };
}

/** The same as the rules of the domain look at it. */
export function sittingOf(typed: TypedMeeting, { members, quorum, chair }: MeetingAnswer): Sitting {
  const { present, absent, recused, opinions } = bodyOf(typed, members, false);
  return {
    meeting: {
      present,
      absent: absent.map(({ person }) => person),
      recused: recused.map(({ person }) => person),
      votes: opinions.map(({ person, opinion, vote }) => ({
        person,
        opinionGiven: opinion !== '',
        vote: vote ?? null,
      })),
      result: typed.result,
      materialChange: typed.changed,
    },
    collective: { members: members.map(({ id }) => id), quorum, chair },
    recused: members.filter(({ recused: out }) => out).map(({ id }) => id),
  };
}
