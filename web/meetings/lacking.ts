import type { MeetingAnswer } from '../../api/schemas/meetings.ts';
import { listingProblem, majorityProblem, quorumProblem, recusalProblem, voteProblem } from '../../domain/meeting.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { PersonId } from '../../domain/state.ts';
import { sittingOf, type TypedMeeting } from './typed-meeting.ts';

/** What still stands in the way of recording, in the order in which the case would refuse it. */
export interface Lacking {
  what: 'result' | 'unlisted' | 'quorum' | 'recused' | 'silent' | 'change' | 'majority' | 'headReasons';
  /** Of whom it is said. */
  persons: PersonId[];
}

/** By the rules of the process itself (domain/meeting.ts). A postponed meeting needs nothing. */
export function lackingIn(typed: TypedMeeting, desk: MeetingAnswer, actor: PersonId): Lacking[] {
  const sitting = sittingOf(typed, desk);
  if (typed.result === 'postponed') return [];
  const headReasons = typed.headReasons.trim() !== '';
  const majority = majorityProblem(sitting, { actor, headReasons });
  return [
    ...listed('unlisted', missingIn(listingProblem(sitting))),
    ...only('quorum', quorumProblem(sitting)),
    ...listed('recused', personsIn(recusalProblem(sitting), 'persons')),
    ...listed('silent', missingIn(voteProblem(sitting))),
    ...(typed.result ? [] : [{ what: 'result' as const, persons: [] }]),
    ...(typed.result === 'issuing' && typed.changed ? [{ what: 'change' as const, persons: [] }] : []),
    ...only(actor === desk.chair ? 'headReasons' : 'majority', majority),
  ];
}

function only(what: Lacking['what'], problem: Refusal | null): Lacking[] {
  return problem ? [{ what, persons: [] }] : [];
}

function listed(what: Lacking['what'], persons: PersonId[]): Lacking[] {
  return persons.length > 0 ? [{ what, persons }] : [];
}

function missingIn(problem: Refusal | null): PersonId[] {
  return personsIn(problem, 'missing');
}

function personsIn(problem: Refusal | null, name: string): PersonId[] {
  return (problem?.details?.[name] ?? []) as PersonId[];
}
