import type { Command, Facts } from '../domain/command.ts';
import { decide, standingProblem } from '../domain/decide.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { CaseState, Filing, Millis, PersonId } from '../domain/state.ts';

/** The tasks of one person are to go to somebody else: for good, or, with a last day, until then. */
export interface HandOver {
  state: CaseState;
  filing: Filing;
  facts: Facts;
  actor: PersonId;
  from: PersonId;
  until: string | undefined;
  now: Millis;
}

/** Why this person may not hand over this task of `from` at all, or null. */
export function mayHandOver(asked: HandOver): Refusal | null {
  const { state, filing, now, until } = asked;
  return standingProblem(until ? 'delegate' : 'reassign', { state, filing, command: commandOf(asked, undefined), now });
}

/** What decide() would answer if the task went to this colleague, reasons given: a refusal, or null. */
export function handOverProblem(to: PersonId, asked: HandOver): Refusal | null {
  const decision = decide(asked.state, commandOf(asked, to), asked.now);
  return 'refused' in decision ? decision.refused : null;
}

function commandOf({ state, facts, actor, from, until }: HandOver, to: PersonId | undefined): Command {
  const input = { given: ['reason'], from, to, ...(until && { until }) };
  const action = until ? 'delegate' : 'reassign';
  return { id: '', action, actor, input, wordsHash: '', facts, knownSeq: state.seq };
}
