import type pg from 'pg';
import { inputRuleOf, givenIn } from '../../api/schemas/inputs.ts';
import { commandIdOf } from '../../api/take-command.ts';
import { apply, fold } from '../../domain/apply.ts';
import type { CaseEvent, Command } from '../../domain/command.ts';
import { decide } from '../../domain/decide.ts';
import { emptyState, type CaseState } from '../../domain/state.ts';
import { fellDue } from '../../domain/wake.ts';
import type { Answered } from './gate-oracle.ts';
import type { Agency } from './gate-system.ts';

/** What somebody is about to send to a case. */
export interface Act {
  person: string;
  action: string;
  body: Record<string, unknown>;
}

/** A case of the running system, followed by its events in the database alone. */
export interface FollowedCase {
  id: string;
  agency: Agency;
  /** The series of its numbers: nobody else takes one of it. */
  series: string;
  state: CaseState;
  events: CaseEvent[];
  now: number;
  answers: Answered[];
  taken: { opinion: number; decision: number };
}

/** Folds the events that came since. Answers them. */
export async function refreshed(file: FollowedCase, client: pg.Client): Promise<CaseEvent[]> {
  const { rows } = await client.query<{ data: CaseEvent }>(
    'SELECT data FROM event WHERE case_id = $1 AND seq > $2 ORDER BY seq',
    [file.id, file.state.seq],
  );
  const fresh = rows.map(({ data }) => data);
  file.events.push(...fresh);
  file.taken.opinion += fresh.filter(({ type }) => type === 'approveOpinion').length;
  file.taken.decision += fresh.filter(({ type }) => type === 'issueDecision').length;
  file.state = fold(file.state, fresh);
  return fresh;
}

export function begunCase(
  id: string,
  agency: Agency,
  series: string,
  now: number,
  taken = { opinion: 0, decision: 0 },
): FollowedCase {
  return { id, agency, series, state: emptyState, events: [], now, answers: [], taken };
}

export const pathOf = ({ id }: FollowedCase, action: string) => `/api/v1/cases/${id}/actions/${action}`;

export function idOf({ id }: FollowedCase, { person, action }: Act, key: string): string {
  return commandIdOf(person, id, action, key);
}

/** The command that the API makes of a request. */
export function commandOf(file: FollowedCase, { person, action, body }: Act, commandId = ''): Command {
  const rule = inputRuleOf(action);
  if (!rule) throw new Error(`no action ${action}`);
  const parsed = rule.schema.parse(body) as never;
  return {
    id: commandId,
    action: action as Command['action'],
    actor: person,
    input: { given: givenIn(parsed), ...rule.codes(parsed) },
    wordsHash: '',
    facts: file.agency.facts,
    knownSeq: file.state.seq,
    at: file.now,
  };
}

/** What the law says to it: 'yes' or the code of a refusal. */
export function judged(file: FollowedCase, act: Act, state: CaseState = file.state): string {
  return judgedCommand(file, commandOf(file, act), state);
}

/**
 * As in the workflow a command is judged as the case stands, and again when what fell due until then has been recorded.
 */
export function judgedCommand(file: FollowedCase, command: Command, state: CaseState = file.state): string {
  const atOnce = decide(state, command, file.now);
  if ('refused' in atOnce) return atOnce.refused.code;
  const decision = decide(caughtUp(file, state), command, file.now);
  return 'refused' in decision ? decision.refused.code : 'yes';
}

function caughtUp({ id, now }: FollowedCase, state: CaseState): CaseState {
  let current = state;
  for (let due = fellDue(current, now); due; due = fellDue(current, now)) {
    const { reviewedHash, seq } = current;
    current = apply(current, { ...due, caseId: id, seq: seq + 1, armed: [], contentHash: null, reviewedHash });
  }
  return current;
}
