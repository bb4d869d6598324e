import { dayOf } from '../calendar.ts';
import type { PersonFacts } from '../command.ts';
import { presence, separation } from '../duties.ts';
import { reviewItems } from '../process.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { Millis } from '../state.ts';
import { requirements, type Context } from './requirement.ts';

/**
 * Legal qualification (行政处罚法 58: those who review for the first time need the national exam) and training: an
 * entry of this year or the last.
 */
export function qualificationProblem(person: PersonFacts, now: Millis): Refusal | null {
  const year = Number(dayOf(now).slice(0, 4));
  const trained = person.trainedYears.some((trainedIn) => trainedIn === year || trainedIn === year - 1);
  return person.legalExam && trained
    ? null
    : refuse('review.unqualified', { person: person.id, legalExam: person.legalExam, trained });
}

function reviewerProblem({ state, filing, command, now }: Context): Refusal | null {
  const id = command.input.reviewer;
  if (!id) return refuse('review.unqualified', { person: null });
  const person = command.facts.persons[id];
  if (!person || person.agency !== filing.agency) {
    return separation(state, id, 'legalReviewer') ?? refuse('role.missing', { person: id, needed: ['legalReviewer'] });
  }
  return (
    separation(state, id, 'legalReviewer') ??
    presence(person, now) ??
    (person.roles.includes('legalReviewer')
      ? null
      : refuse('role.missing', { person: id, needed: ['legalReviewer'] })) ??
    qualificationProblem(person, now)
  );
}

export const reviewRequirements = requirements({
  materialsCertified: ({ command }) =>
    command.input.materialsComplete === true ? null : refuse('materials.incomplete'),
  qualifiedReviewer: reviewerProblem,
  reviewerStillQualified({ command, now }) {
    const person = command.facts.persons[command.actor];
    return person ? qualificationProblem(person, now) : refuse('review.unqualified');
  },
  allItemsAnswered({ command }) {
    const answers = command.input.items ?? [];
    const missing = Object.keys(reviewItems).filter((key) => {
      const answer = answers.find((candidate) => candidate.key === key);
      if (!answer) return key !== 'other';
      return answer.result !== 'notApplicable' && !answer.basisGiven;
    });
    return missing.length > 0 || !command.input.verdict ? refuse('review.itemUnanswered', { missing }) : null;
  },
  verdictFitsItems({ command }) {
    const failing = (command.input.items ?? []).filter((answer) => answer.result === 'doesNotConform');
    return command.input.verdict === 'agree' && failing.length > 0
      ? refuse('review.verdictMismatch', { items: failing.map((answer) => answer.key) })
      : null;
  },
  adviserHeardWhenDifficult: ({ filing }) => (filing.difficult ? refuse('review.adviserRequired') : null),
  opinionNumbered: ({ command }) => (command.input.opinionNo ? null : refuse('number.notNext', { field: 'opinionNo' })),
});
