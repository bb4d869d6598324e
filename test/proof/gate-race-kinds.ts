import type { Action, Stage } from '../../domain/process.ts';
import { bodyOf, opinionOf } from './gate-bodies.ts';
import { judged, type Act, type FollowedCase } from './gate-case.ts';
import { actOf } from './gate-next.ts';
import { wellMeant, type Random } from './random.ts';

/** Two acts on one step, sent at the same moment. */
export interface Race {
  stage: Stage;
  name: string;
  left: Contender;
  right: Contender;
  /** Whichever comes first shuts the other out. */
  exclusive: boolean;
}
export type Contender = [action: Action, change?: (file: FollowedCase) => Partial<Act>];

const body = (change: Record<string, unknown>) => () => ({ body: change });
const own = (role: string) => (file: FollowedCase) => ({ person: `${file.agency.id}-${role}` });
const statement: Contender = ['recordAnswer', body({ kind: 'statement', text: '陈述' })];
const evidence: Contender = ['addRecord'];
const reviewer = (role: string): Contender => [
  'acceptForReview',
  ({ agency }) => ({ body: { reviewer: `${agency.id}-${role}`, materialsComplete: true } }),
];
const otherText: Contender = [
  'saveDraft',
  (file) => {
    const told = bodyOf(file, 'saveDraft', wellMeant);
    return { body: { ...told, draft: { ...(told['draft'] as object), text: '另一份代拟稿' } } };
  },
];

const exclusive = (stage: Stage, name: string, left: Contender, right: Contender = left): Race => ({
  stage,
  name,
  left,
  right,
  exclusive: true,
});
const inOrder = (stage: Stage, name: string, left: Contender, right: Contender = left): Race => ({
  stage,
  name,
  left,
  right,
  exclusive: false,
});

/** In the order in which a case comes by their stages. */
// prettier-ignore
export const races: Race[] = [
  exclusive('investigating', 'submit and save another draft', ['submit'], otherText),
  exclusive('investigating', 'submit by both handlers', ['submit', own('h1')], ['submit', own('h2')]),
  exclusive('investigating', 'two drafts of one version', ['saveDraft', own('h1')], ['saveDraft', (file) => ({ ...own('h2')(file), ...otherText[1]!(file) })]),
  exclusive('firstReview', 'pass and return the first review', ['passFirstReview'], ['returnByFirstReviewer']),
  inOrder('firstReview', 'pass and withdraw', ['passFirstReview'], ['withdrawSubmission']),
  exclusive('sectionSignOff', 'sign off and return', ['signOffSection'], ['returnBySectionHead']),
  exclusive('sectionSignOff', 'sign off twice', ['signOffSection']),
  exclusive('intake', 'name one reviewer and another', reviewer('r2'), reviewer('r1')),
  exclusive('intake', 'accept and withdraw', ['acceptForReview'], ['withdrawSubmission']),
  inOrder('intake', 'accept and ask for a supplement', ['acceptForReview'], ['requestSupplement']),
  exclusive('legalReview', 'agree and disagree', ['giveOpinion', body(opinionOf('agree'))], ['giveOpinion', body(opinionOf('disagree'))]),
  exclusive('legalReview', 'extend twice', ['extendReview']),
  inOrder('legalReview', 'an opinion and new evidence', ['giveOpinion', body(opinionOf('agree'))], evidence),
  inOrder('legalReview', 'an opinion and a recusal of the reviewer', ['giveOpinion', body(opinionOf('agree'))], ['recuse', ({ state }) => ({ person: state.holder[0]!, body: { person: state.holder[0], reason: '理由' } })]),
  exclusive('legalSignOff', 'approve and return the opinion', ['approveOpinion'], ['returnOpinion']),
  inOrder('legalSignOff', 'approve the opinion and a statement', ['approveOpinion'], statement),
  inOrder('legalSignOff', 'approve the opinion and new evidence', ['approveOpinion'], evidence),
  exclusive('deliberation', 'record the meeting and a statement', ['recordMeeting'], statement),
  exclusive('deliberation', 'record the meeting twice', ['recordMeeting', own('l1')], ['recordMeeting', own('l2')]),
  exclusive('leaderApproval', 'approve as leader and a statement', ['approveAsLeader'], statement),
  exclusive('leaderApproval', 'approve as leader and return', ['approveAsLeader'], ['returnByLeader']),
  exclusive('leaderApproval', 'two leaders approve', ['approveAsLeader', own('l2')], ['approveAsLeader', own('l4')]),
  inOrder('leaderApproval', 'approve as leader and new evidence', ['approveAsLeader'], evidence),
  inOrder('issuing', 'issue the decision and new evidence', ['issueDecision'], evidence),
  exclusive('issuing', 'issue the decision by both handlers', ['issueDecision', own('h1')], ['issueDecision', own('h2')]),
  exclusive('issuing', 'issue the decision and reopen', ['issueDecision'], ['reopen']),
  exclusive('fulfilment', 'serve twice', ['serve', own('h1')], ['serve', own('h2')]),
  exclusive('fulfilment', 'amend twice', ['amendDecision', own('l1')], ['amendDecision', own('l2')]),
  exclusive('fulfilment', 'amend and annul', ['amendDecision'], ['annulDecision', body({ reason: '理由', source: '法院', sourceNo: '1号', redo: true })]),
  inOrder('fulfilment', 'prepare a publication twice', ['preparePublication', own('p1')], ['preparePublication', own('p2')]),
  exclusive('closing', 'archive and archive again', ['archive']),
  inOrder('closing', 'archive and amend', ['archive'], ['amendDecision']),
  exclusive('archived', 'amend an archived case twice', ['amendDecision', own('l1')], ['amendDecision', own('l2')]),
  inOrder('archived', 'amend an archived case and open supervision', ['amendDecision'], ['openSupervision']),
];

/** Both acts, each lawful by itself as the case stands now; null where one is not (somebody is recused, say). */
export function contenders(file: FollowedCase, race: Race, choose: Random): { left: Act; right: Act } | null {
  const act = ([action, change]: Contender): Act => {
    const made = { ...actOf(file, action, wellMeant), ...change?.(file) };
    if (judged(file, made) === 'yes') return made;
    // Whoever is meant may not any more: somebody else who may.
    const person = choose.shuffled(file.agency.people).find((one) => judged(file, { ...made, person: one }) === 'yes');
    return { ...made, person: person ?? made.person };
  };
  const [left, right] = [act(race.left), act(race.right)];
  return judged(file, left) === 'yes' && judged(file, right) === 'yes' ? { left, right } : null;
}
