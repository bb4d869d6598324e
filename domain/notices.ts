import { dayOf, startOfDay } from './calendar.ts';
import type { CaseEvent } from './command.ts';
import { liveClocks } from './clocks.ts';
import type { NoticeKind } from './notice-kinds.ts';
import type { Rung, Stage } from './process.ts';
import type { CaseState, Clock, ClockName, Millis, PersonId } from './state.ts';

/** What one person is told of one event. */
export interface Notice {
  person: PersonId;
  kind: NoticeKind;
  /** The stage that the case is in with the event. */
  stage: Stage;
  /** The rung of the ladder, its deadline and the end of its due day; null where no deadline is spoken of. */
  rung: Rung | null;
  clock: ClockName | null;
  dueAt: Millis | null;
  at: Millis;
  /** Nobody is told before this moment. */
  notBefore: Millis;
}

/** When offices open (08:30), in milliseconds after the day began; where the calendar names no hours. */
export const defaultOfficeStart = 8.5 * 3_600_000;

/**
 * Whom an event tells what, each person once and nobody of their own act: everybody whom it names to be told, those whose
 * work it concerns, and whoever holds the task newly. A person in several of these is told the first.
 * @param officeStart milliseconds after the beginning of a day at which reminders go out; all else is told at once
 */
export function noticesOf(
  before: CaseState,
  after: CaseState,
  event: CaseEvent,
  officeStart: Millis = defaultOfficeStart,
): Notice[] {
  const common = { stage: event.stage, ...deadlineTold(liveClocks(before), event, officeStart) };
  const told = new Map<PersonId, NoticeKind>();
  for (const [person, kind] of [
    ...named(event),
    ...concerned(before, after, event),
    ...newHolders(before, after, event),
  ])
    if (person && person !== event.actor && !told.has(person)) told.set(person, kind);
  return [...told].map(([person, kind]) => ({ person, kind, ...common }));
}

/** When an event is told, and of which deadline it speaks. */
export function deadlineTold(
  clocks: Clock[],
  { type, at, rung }: Pick<CaseEvent, 'type' | 'at' | 'rung'>,
  officeStart: Millis,
): Pick<Notice, 'rung' | 'clock' | 'dueAt' | 'at' | 'notBefore'> {
  const clock = clocks.find(({ id }) => id === rung?.clock);
  const opens = startOfDay(dayOf(at)) + officeStart;
  return {
    ...{ rung: rung?.name ?? null, clock: clock?.name ?? null, dueAt: clock?.dueAt ?? null, at },
    notBefore: type === 'remind' ? Math.max(at, opens) : at,
  };
}

type Told = [PersonId | undefined, NoticeKind][];

const kindOfTold: Partial<Record<CaseEvent['type'], NoticeKind>> = {
  remind: 'reminder',
  markOverdue: 'overdue',
  effectOfLaw: 'effectOfLaw',
  escalate: 'escalated',
  urge: 'urged',
  copyTo: 'copied',
  openSupervision: 'supervisionOpened',
  replySupervision: 'supervisionReplied',
  returnSupervision: 'supervisionReturned',
  closeSupervision: 'supervisionClosed',
};

function named({ type, told, asked, absent }: CaseEvent): Told {
  return all([...(asked ?? []), ...(told ?? [])], kindOfTold[type] ?? (absent ? 'holderAbsent' : 'informed'));
}

/** Those whose work the event concerns beside the ones who now hold the task. */
function concerned(before: CaseState, after: CaseState, { type, input }: CaseEvent): Told {
  switch (type) {
    case 'urge':
      return all(after.holder, 'urged');
    case 'comment':
      return all(after.holder, 'commented');
    case 'openSupervision':
      return all(after.holder, 'supervisionOpened');
    case 'closeSupervision':
      return all(after.holder, 'supervisionClosed');
    case 'approveOpinion':
      return all(before.handlers, 'opinion');
    case 'withdrawSubmission':
      return all(before.holder, 'withdrawn');
    case 'suspend':
      return all(before.holder, 'suspended');
    case 'terminate':
    case 'transfer':
      return all([...before.holder, ...before.handlers], 'ended');
    case 'extendReview':
    case 'extendOverall':
      return all(after.holder, 'extended');
    case 'amendDecision':
    case 'annulDecision':
      return all(after.handlers, 'decisionChanged');
    case 'approvePublication':
      return [[before.publication?.preparedBy, 'publicationApproved']];
    case 'conveneMeeting':
      return all(after.meeting?.members ?? [], 'meeting');
    case 'reassign':
    case 'delegate':
      return [[input.to, 'handedOver'], [input.from, 'taken']]; // prettier-ignore
    case 'endDelegation':
      return all(before.delegations.map(({ to }) => to), 'delegationEnded'); // prettier-ignore
    case 'endStandIn':
      return all(before.holder.filter((person) => !after.holder.includes(person)), 'standInEnded'); // prettier-ignore
    case 'recuse':
      return [[input.person, 'recused']];
    default:
      return [];
  }
}

function newHolders(before: CaseState, after: CaseState, event: CaseEvent): Told {
  const fresh = after.holder.filter((person) => !before.holder.includes(person));
  const standIns = (after.standIns ?? []).map(({ by }) => by);
  return fresh.map((person) => [person, standIns.includes(person) ? 'standIn' : kindOfTask(before, event)]);
}

function kindOfTask({ stage }: CaseState, event: CaseEvent): NoticeKind {
  if (event.type === 'requestSupplement') return 'supplementRequested';
  if (event.type === 'resume') return 'resumed';
  if (event.type === 'endDelegation' || event.type === 'endStandIn') return 'handedBack';
  const goesBack = event.stage === 'investigating' && stage !== 'none' && stage !== 'investigating';
  return goesBack || event.type === 'returnOpinion' ? 'returned' : 'task';
}

function all(persons: readonly PersonId[], kind: NoticeKind): Told {
  return persons.map((person) => [person, kind]);
}
