import { certificateProblem } from './certificate.ts';
import type { Command, Decided } from './command.ts';
import { assignment, entitlement, presence, separation, type Acting } from './duties.ts';
import { effects } from './effects/index.ts';
import { passProblem } from './gate.ts';
import { entering } from './entering.ts';
import { holdersOf } from './holder.ts';
import {
  actions,
  forbiddenActs,
  stages,
  type Action,
  type ActionRule,
  type ForbiddenAct,
  type Stage,
} from './process.ts';
import { refuse, type Refusal } from './refusal.ts';
import { requirementChecks } from './requirements/index.ts';
import type { Context } from './requirements/requirement.ts';
import type { CaseState, ClockName, Millis } from './state.ts';

/** Deadlines of a case that has ended; a publication must come down even then, and a delegation ends by itself. */
const endWithTheCase: ClockName[] = ['overall', 'effectOfLaw', 'serve', 'publish', 'statement', 'hearing'];

export type Decision = { refused: Refusal } | { decided: Decided };

/** Acts that need a pass on record in an ordinary case, whatever the stage (行政处罚法 58). */
const gatedActions: Action[] = ['issueDecision', 'approveAsLeader', 'recordMeeting', 'serve', 'publish'];
const afterArchiving: Action[] = ['amendDecision', 'annulDecision', 'correctPublication', 'withdrawPublication', 'openSupervision', 'replySupervision', 'returnSupervision', 'closeSupervision']; // prettier-ignore

/**
 * The only place that says yes or no to a command. Answers what is to be written, or the first refusal of the lawful
 * order: the record, time, the person, the stage, the gate, role, separation, assignment, certificate, and then what
 * the action itself requires. Pure: `now` is epoch milliseconds, all knowledge is in `state` and `command.facts`.
 */
export function decide(state: CaseState, command: Command, now: Millis): Decision {
  if (isForbidden(command.action)) return { refused: refuse('record.appendOnly') };
  if (command.actor === 'system') return { refused: refuse('time.neverDecides') };
  const rule = actions[command.action];
  const filing = state.filing ?? command.input.filing;
  if (!filing) return { refused: refuse('stage.wrongStage', { stage: state.stage }) };
  const context: Context = { state, filing, command, now };
  const refused = firstProblem(rule, command.action, context);
  return refused ? { refused } : { decided: decided(rule, command.action, context) };
}

function isForbidden(action: Command['action']): action is ForbiddenAct {
  return (forbiddenActs as readonly string[]).includes(action);
}

function firstProblem(rule: ActionRule, action: Action, context: Context): Refusal | null {
  return (
    standingProblem(action, context) ?? firstOf(rule.requires.map((name) => () => requirementChecks[name](context)))
  );
}

/**
 * Whether this person may take this action in this case now, apart from what they would still write: person, stage,
 * gate, role, section, separation, assignment, certificate, in that order. The case page lists actions by it.
 */
export function standingProblem(action: Action, context: Context): Refusal | null {
  const { state, filing, command, now } = context;
  const rule = actions[action];
  const person = command.facts.persons[command.actor];
  const absent = presence(person, now);
  if (absent || !person) return absent ?? refuse('role.missing');
  const acting: Acting = { state, facts: command.facts, person, input: command.input, now };
  return (
    stageProblem(rule, action, context) ??
    entitlement(rule.by, acting) ??
    separation(state, person.id, groupOf(rule, state), command.facts.relaxations) ??
    assignment(rule.by, acting) ??
    (rule.certificate && action !== 'register'
      ? (tooFewHandlers(state) ?? certificateProblem(person, filing.certificateCategory, command.facts, now))
      : null)
  );
}

/** 行政处罚法 42: a handler who was recused must be replaced before the others go on. */
function tooFewHandlers(state: CaseState): Refusal | null {
  const left = state.handlers.filter((handler) => !state.recused.includes(handler));
  return left.length < 2 ? refuse('certificate.fewerThanTwo', { named: left.length }) : null;
}

/** Nobody of the first six groups concludes a coordination, though concluding it is not deciding the case. */
function groupOf(rule: ActionRule, state: CaseState) {
  return rule.by === 'leaderInCharge' && state.stage === 'coordination' ? 'decider' : rule.as;
}

function stageProblem(rule: ActionRule, action: Action, { state, filing }: Context): Refusal | null {
  const { stage } = state;
  if (stage === 'none') return rule.from === 'filing' ? null : refuse('stage.wrongStage', { stage });
  if (stages[stage].final && !afterArchiving.includes(action)) return refuse('stage.final', { stage });
  if (filing.procedure === 'summary' && action === 'submit') return refuse('procedure.summaryNotReviewed');
  const noPass = gatedActions.includes(action) ? passProblem(state) : null;
  if (noPass) return noPass;
  const from = (filing.procedure === 'summary' && rule.summaryFrom) || rule.from;
  // A suspension opens nothing that was shut in the stage it left.
  const left = stage === 'suspended' && rule.to !== 'back' ? (state.frames.at(-1)?.stage ?? stage) : stage;
  if (from !== 'filing' && from.includes(stage) && from.includes(left)) return null;
  return refuse('stage.wrongStage', { stage, allowed: from });
}

function firstOf(checks: (() => Refusal | null)[]): Refusal | null {
  for (const check of checks) {
    const problem = check();
    if (problem) return problem;
  }
  return null;
}

function decided(rule: ActionRule, action: Action, context: Context): Decided {
  const { state, command, now } = context;
  const effect = effects[action]?.(context) ?? {};
  const stage = effect.to ?? targetOf(rule, state);
  const enters = stage !== state.stage;
  const limit = stages[stage].limit;
  const goesBack = effect.frame === 'pop';
  const ownArm = effect.arms?.some((arm) => arm.name === 'stage') ?? false;
  const falls = effect.holder ?? (enters ? holdersOf(stage, state, command.facts.duties) : state.holder);
  const took = effect.took ?? tookPart(rule, context);
  const entered = enters ? entering(stage, falls, effect.frame ?? 'clear', took, context) : null;
  const told = [...new Set([...(effect.told ?? []), ...(entered?.away.told ?? [])])];
  return {
    type: action,
    actor: command.actor,
    at: now,
    commandId: command.id,
    factsVersion: command.facts.version,
    input: command.input,
    wordsHash: command.wordsHash,
    stage,
    holder: entered?.holder ?? falls.filter((person) => !state.recused.includes(person)),
    round: effect.round ?? state.round,
    took: [...took, ...(entered?.took ?? [])],
    arms: [
      ...(enters && limit && !goesBack && !ownArm ? [{ name: 'stage' as const, limit: stage, startedAt: now }] : []),
      ...(effect.arms ?? []),
    ],
    stops: [
      ...(enters && effect.frame !== 'push' ? (['stage'] as const) : []),
      ...(enters && stages[stage].final ? endWithTheCase : []),
      ...(effect.stops ?? []),
    ],
    pauses: effect.pauses ?? [],
    resumes: effect.resumes ?? [],
    extends: effect.extends ?? [],
    frame: effect.frame ?? (enters ? 'clear' : 'keep'),
    pass: effect.pass ?? 'unchanged',
    ...(effect.handlers && { handlers: effect.handlers }),
    ...(effect.reviewer !== undefined && { reviewer: effect.reviewer }),
    ...(effect.standIns && { standIns: effect.standIns }),
    ...entered?.away,
    ...(told.length > 0 && { told }),
    ...(effect.asked && { asked: effect.asked }),
  };
}

function targetOf(rule: ActionRule, state: CaseState): Stage {
  if (typeof rule.to !== 'string' && rule.to[0]) return rule.to[0];
  if (rule.to === 'back') return state.frames.at(-1)?.stage ?? 'investigating';
  if (state.stage === 'none') throw new Error('an action that stays needs a case that has begun');
  return state.stage;
}

function tookPart(rule: ActionRule, { command }: Context): Decided['took'] {
  if (!rule.as || !rule.counts) return [];
  const persons = command.action === 'register' ? (command.input.handlers ?? []) : [command.actor];
  return persons.map((person) => ({ person, as: rule.as! }));
}
