import { refuse } from '../refusal.ts';
import { requirements, type Check } from './requirement.ts';

/** Named in the process, not checked yet: the actions that need them answer that they are not available. */
const later: Check = () => refuse('action.notAvailable');

export const laterRequirements = requirements({
  supplementList: later,
  adviserNamed: later,
  adviceComplete: later,
  extendedOnce: later,
  objectionOnce: later,
  reReviewed: later,
  coordinationNotDecision: later,
  convened: later,
  quorum: later,
  recusedAway: later,
  everyVote: later,
  lawfulExemption: later,
  somethingToWithdraw: later,
  sourceNamed: later,
  lawfulSuspension: later,
  personNotExcluded: later,
  supervisionReplied: later,
});
