import { presence, separation } from '../duties.ts';
import { refuse } from '../refusal.ts';
import { unansweredItems, verdictProblem } from '../review-answers.ts';
import { qualificationProblem, reviewerProblem } from '../reviewers.ts';
import { materialChange } from './content.ts';
import { requirements } from './requirement.ts';

export const reviewRequirements = requirements({
  materialsCertified: ({ command }) =>
    command.input.materialsComplete === true ? null : refuse('materials.incomplete'),
  qualifiedReviewer({ state, command, now }) {
    const { reviewer } = command.input;
    return reviewer ? reviewerProblem(state, command, reviewer, now) : refuse('review.unqualified', { person: null });
  },
  reviewerStillQualified({ command, now }) {
    const person = command.facts.persons[command.actor];
    return person ? qualificationProblem(person, now) : refuse('review.unqualified');
  },
  materialAsSeen: ({ state, command: { input } }) =>
    input.reviewed === undefined || input.reviewed === state.reviewedHash ? null : refuse('review.materialChanged'),
  allItemsAnswered({ command }) {
    const missing = unansweredItems(command.input.items ?? []);
    return missing.length > 0 || !command.input.verdict ? refuse('review.itemUnanswered', { missing }) : null;
  },
  verdictFitsItems: ({ command }) => verdictProblem(command.input.verdict, command.input.items ?? []),
  adviserHeardWhenDifficult({ state, filing }) {
    const { advised, content } = state;
    const holds = advised !== null && content !== null && !materialChange(advised, content);
    return filing.difficult && !holds ? refuse('review.adviserRequired') : null;
  },
  supplementList: ({ command }) => ((command.input.count ?? 0) > 0 ? null : refuse('supplement.noList')),
  missingAnswered({ state, command }) {
    const answered = command.input.count ?? 0;
    return answered >= state.missing ? null : refuse('materials.incomplete', { asked: state.missing, answered });
  },
  adviserNamed({ state, command, now }) {
    const { adviser } = command.input;
    if (!adviser) return refuse('reasons.missing', { field: 'adviser' });
    const person = command.facts.persons[adviser];
    const isAdviser = person?.agency === command.facts.duties.agency && person.roles.includes('adviser');
    return (
      separation(state, adviser, 'adviser', command.facts.relaxations) ??
      (person ? presence(person, now) : null) ??
      (isAdviser ? null : refuse('role.missing', { person: adviser, needed: ['adviser'] }))
    );
  },
  adviceComplete({ command }) {
    const missing = ['law', 'risk', 'socialImpact'].filter((part) => !command.input.given.includes(part));
    return missing.length > 0 ? refuse('advice.incomplete', { missing }) : null;
  },
  extendedOnce: ({ state }) => (state.review?.extended ? refuse('review.extendedAlready') : null),
  extendedInTime({ state, now }) {
    const due = state.clocks.find((clock) => clock.name === 'stage')?.dueAt ?? null;
    return due !== null && now > due ? refuse('review.extendedLate', { dueAt: due }) : null;
  },
  objectionOnce: ({ state }) => (state.objected ? refuse('objection.onceOnly') : null),
  reReviewed: ({ state }) => (state.objected ? null : refuse('coordination.beforeReReview')),
  coordinationNotDecision: ({ command }) =>
    ['investigating', 'legalReview', 'terminated'].includes(command.input.target ?? '')
      ? null
      : refuse('coordination.cannotDecide', { to: command.input.target ?? null }),
  /** 国办发〔2018〕118号: an opinion that sends a case back says what is to be mended. */
  opinionSays({ command: { input } }) {
    const says = input.verdict === 'agree' || input.given.includes('opinion');
    const failing = input.items?.some(({ result }) => result === 'doesNotConform');
    return says || failing ? null : refuse('reasons.missing', { field: 'opinion' });
  },
  opinionNumbered: ({ command }) => (command.input.opinionNo ? null : refuse('number.notNext', { field: 'opinionNo' })),
});
