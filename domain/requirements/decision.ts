import { contentProblem } from '../gate.ts';
import { sameProposal } from '../proposal-sense.ts';
import { refuse } from '../refusal.ts';
import { rightsProblem } from '../rights.ts';
import { summaryProblem } from '../summary.ts';
import type { Proposal } from '../state.ts';
import { requirements, type Context } from './requirement.ts';

/** What would be decided: the current content, or what is written on the spot in a summary case. */
export function proposalOf({ state, filing, command }: Context): Proposal | null {
  return filing.procedure === 'summary' ? (command.input.decision ?? null) : state.content;
}

/** What is decided is written beside the version, and is not what that version says. */
function decidesOtherwise({ state: { content }, command: { input } }: Context): boolean {
  const { decision } = input;
  return decision !== undefined && content !== null && !sameProposal(decision, content);
}

export const decisionRequirements = requirements({
  summaryLimits({ filing, command }) {
    if (filing.procedure !== 'summary') return null;
    const { decision } = command.input;
    return decision ? summaryProblem(decision, filing) : refuse('content.notNamed');
  },
  passUnchanged(context) {
    const { filing, state, command } = context;
    const { contentVersion, edited } = command.input;
    if (filing.procedure === 'ordinary' && command.action === 'issueDecision' && contentVersion === undefined) {
      return refuse('content.notNamed');
    }
    return contentProblem(state, contentVersion, edited !== undefined || decidesOtherwise(context));
  },
  rightsObserved(context) {
    const proposal = proposalOf(context);
    return proposal ? rightsProblem(context.state, proposal, context.now) : refuse('content.notNamed');
  },
  numberGiven: ({ command }) => (command.input.documentNo ? null : refuse('number.notNext', { field: 'documentNo' })),
  lateReason({ state, command, now }) {
    const overall = state.clocks.find((clock) => clock.name === 'overall');
    return overall?.dueAt && now > overall.dueAt && !command.input.given.includes('lateReason')
      ? refuse('overall.reasonMissing', { dueAt: overall.dueAt })
      : null;
  },
});
