import { apply } from '../../domain/apply.ts';
import type { CaseEvent, Command, Decided } from '../../domain/command.ts';
import { actions, type Action } from '../../domain/process.ts';
import type { CaseState } from '../../domain/state.ts';
import { lawful, type Law } from '../support/pure-case.ts';
import { changesWhatWasReviewed } from './gate-oracle.ts';

/** The law with one hole in it, each as somebody could write it by mistake; the product knows nothing of them. */
export const holes: Record<string, Law> = {
  'the gate ignores the hash': {
    ...lawful,
    decide: (state, { input, ...command }, now) => {
      const { edited: _, ...unedited } = input;
      return lawful.decide(asIfUnchanged(state), { ...command, input: unedited }, now);
    },
  },
  'the separation of duties looks at the current round only': {
    ...lawful,
    apply: (state, event) => {
      const next = apply(state, event);
      return event.round === state.round ? next : { ...next, tookPart: event.took };
    },
  },
  'a recusal is forgotten': { ...lawful, apply: (state, event) => ({ ...apply(state, event), recused: [] }) },
  'a refused action is recorded as done': {
    ...lawful,
    written: (decision, state, command, now) =>
      'refused' in decision && decision.refused.code.startsWith('gate.')
        ? asIfDone(state, command, now)
        : lawful.written(decision, state, command, now),
  },
  'a statement after the pass is ignored': { ...lawful, apply: withoutStatements },
  'an opinion against it opens the gate as well': {
    ...lawful,
    decide: (state, command, now) => {
      const agreed = command.action === 'approveOpinion' && state.review;
      return lawful.decide(agreed ? { ...state, review: { ...agreed, verdict: 'agree' } } : state, command, now);
    },
  },
};

function asIfUnchanged(state: CaseState): CaseState {
  const { pass, content, reviewedHash } = state;
  if (!pass || !content || !reviewedHash) return state;
  return { ...state, pass: { ...pass, voided: false, version: content.version, hash: reviewedHash } };
}

function asIfDone(state: CaseState, command: Command, now: number): Decided {
  const { to } = actions[command.action as Action];
  const stage = typeof to === 'string' ? state.stage : to[0]!;
  if (stage === 'none') throw new Error('nothing is refused by the gate before there is a case');
  return {
    type: command.action as Action,
    actor: command.actor,
    at: now,
    commandId: command.id,
    factsVersion: command.facts.version,
    input: command.input,
    wordsHash: command.wordsHash,
    stage,
    holder: state.holder,
    round: state.round,
    took: [],
    arms: [],
    stops: [],
    pauses: [],
    resumes: [],
    extends: [],
    frame: 'keep',
    pass: 'unchanged',
  };
}

/** Nothing but a statement after the pass is lost: neither does it void the pass, nor is it among what was reviewed. */
function withoutStatements(state: CaseState, event: CaseEvent): CaseState {
  const ignored = event.type === 'recordAnswer' && event.input.answer?.kind === 'statement' && state.pass;
  if (ignored) return apply(state, { ...event, pass: 'unchanged', reviewedHash: state.reviewedHash });
  const seen = changesWhatWasReviewed(event) || event.type === 'recordNotice';
  return apply(state, seen ? event : { ...event, reviewedHash: state.reviewedHash });
}
