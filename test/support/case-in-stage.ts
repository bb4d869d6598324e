import type { Facts } from '../../domain/command.ts';
import type { Stage } from '../../domain/process.ts';
import type { Filing } from '../../domain/state.ts';
import { PureCase } from './pure-case.ts';

type Step = (one: PureCase) => unknown;
/** The lawful way of an ordinary case, one step each, named by the stage it leads into. */
const way: [Stage, Step[]][] = [
  ['investigating', [(one) => one.do('h1', 'register').do('h1', 'recordNotice').do('h1', 'recordAnswer').do('h1', 'saveDraft')]],
  ['firstReview', [(one) => one.do('h1', 'submit')]],
  ['sectionSignOff', [(one) => one.do('f1', 'passFirstReview')]],
  ['intake', [(one) => one.do('sA', 'signOffSection')]],
  ['legalReview', [(one) => one.do('q1', 'acceptForReview')]],
  ['legalSignOff', [(one) => (one.filed.difficult ? one.do('r1', 'consultAdviser').do('a1', 'advise') : one).do('r1', 'giveOpinion')]],
  ['leaderApproval', [(one) => one.do('q1', 'approveOpinion')]],
  ['issuing', [(one) => (one.state.stage === 'deliberation' ? one.do('l1', 'conveneMeeting').do('l1', 'recordMeeting') : one.do('l2', 'approveAsLeader'))]],
  ['fulfilment', [(one) => one.do('h1', 'issueDecision')]],
  ['closing', [published, (one) => one.do('h1', 'recordExecution').do('h1', 'close')]],
  ['archived', [(one) => one.do('d1', 'archive')]],
]; // prettier-ignore

/** Serves and publishes a decision. */
export function published(one: PureCase): PureCase {
  return one.do('h1', 'serve').do('p1', 'preparePublication').do('p2', 'approvePublication').do('p1', 'publish');
}

/** A reviewer's opinion that is no pass, signed. */
export function verdict(one: PureCase, given: 'correct' | 'disagree' | 'transfer'): PureCase {
  const reviewer = one.state.review?.reviewer ?? 'r1';
  return one.do(reviewer, 'giveOpinion', { verdict: given }).do('q1', 'approveOpinion');
}

const aside: Partial<Record<Stage, (filed: Partial<Filing>, facts?: Facts) => PureCase>> = {
  supplementing: (filed, facts) => caseIn('legalReview', filed, facts).do('r1', 'requestSupplement'),
  advising: (filed, facts) => caseIn('legalReview', filed, facts).do('r1', 'consultAdviser'),
  responding: (filed, facts) => verdict(caseIn('legalReview', filed, facts), 'disagree'),
  coordination: (filed, facts) => verdict(verdict(caseIn('legalReview', filed, facts), 'disagree').do('sA', 'object'), 'disagree').do('sA', 'requestCoordination'),
  deliberation: (filed, facts) => caseIn('leaderApproval', { ...filed, majorPublicInterest: true }, facts),
  suspended: (filed, facts) => caseIn('legalReview', filed, facts).do('q1', 'suspend'),
  terminated: (filed, facts) => caseIn('firstReview', filed, facts).do('l2', 'terminate'),
  transferred: (filed, facts) => caseIn('legalReview', filed, facts).do('l1', 'transfer'),
}; // prettier-ignore

/** An ordinary penalty case brought to this stage by lawful acts alone; a penalty of 18,000 yuan, notified and waived. */
export function caseIn(stage: Stage, filed: Partial<Filing> = {}, facts?: Facts): PureCase {
  const elsewhere = aside[stage];
  if (elsewhere) return elsewhere(filed, facts);
  const one = new PureCase(filed, facts);
  for (const [reached, steps] of way) {
    for (const step of steps) step(one);
    if (reached === stage) return one;
  }
  throw new Error(`no way to ${stage}`);
}
