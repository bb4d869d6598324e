import { exemptionGrounds } from '../grounds.ts';
import { isPublishableField } from '../publication.ts';
import { refuse } from '../refusal.ts';
import type { CaseState } from '../state.ts';
import { isUnpublished } from '../unpublished.ts';
import { requirements } from './requirement.ts';

/** A publication is up and the decision it tells of is not in force any more, replaced by another or by none (行政处罚法 48). */
export function mustComeDown({ publication, decision, decisionSeq }: CaseState): boolean {
  if (publication?.status !== 'published' && publication?.status !== 'exempt') return false;
  return !decision || (publication.of ?? decisionSeq) !== decisionSeq;
}

export const publicationRequirements = requirements({
  servedOrReason: ({ state, command }) =>
    state.obligations?.serve === 'done' || command.input.given.includes('earlyReason')
      ? null
      : refuse('publication.notServed'),
  publicationPrepared: ({ state }) => (isUnpublished(state) ? null : refuse('publication.notPrepared')),
  secondPerson: ({ state, command }) =>
    state.publication?.preparedBy === command.actor ? refuse('publication.samePerson') : null,
  redactionConfirmed({ state, command }) {
    const { redactionConfirmed, exemptionApproved } = command.input;
    if (state.publication?.status === 'exemptionProposed') {
      return exemptionApproved === true ? null : refuse('publication.notApproved');
    }
    return redactionConfirmed === true ? null : refuse('publication.redactionUnconfirmed');
  },
  oneAnswer: ({ state, command }) =>
    command.input.exemptionApproved === true && state.publication?.status === 'prepared'
      ? refuse('publication.noExemption')
      : null,
  lawfulExemption: ({ command }) =>
    Object.hasOwn(exemptionGrounds, command.input.ground ?? '')
      ? null
      : refuse('publication.noLawfulGround', { allowed: Object.keys(exemptionGrounds) }),
  published: ({ state }) =>
    ['published', 'exempt'].includes(state.publication?.status ?? '') ? null : refuse('publication.notPublished'),
  somethingToWithdraw: ({ state }) => (mustComeDown(state) ? null : refuse('publication.nothingToWithdraw')),
  publicationApproved({ state }) {
    if (!state.publication) return refuse('publication.notPrepared');
    return state.publication.status === 'approved' ? null : refuse('publication.notApproved');
  },
  noForbiddenField({ command }) {
    const forbidden = (command.input.fields ?? []).filter((field) => !isPublishableField(field));
    return forbidden.length > 0 ? refuse('publication.forbiddenField', { fields: forbidden }) : null;
  },
  nothingStillUp: ({ state }) => (mustComeDown(state) ? refuse('publication.stillUp') : null),
});
