import { dayOf } from './calendar.ts';
import type { Duties, Facts, PersonFacts } from './command.ts';
import type { Actor, DutyGroup, Role } from './process.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { CaseState, Millis, PersonId } from './state.ts';

export interface Acting {
  state: CaseState;
  facts: Facts;
  person: PersonFacts;
  handlersNamed: PersonId[];
}

interface ActorRule {
  roles: Role[];
  /** The agency the person must belong to; default the case's own. */
  agency?: (duties: Duties) => string | null;
  ownSection?: true;
  assigned?: (acting: Acting) => boolean;
}

/** Who may act, in the order refusals come: role, section, assignment. */
const rules: Record<Actor, ActorRule> = {
  registeringHandler: {
    roles: ['handler'],
    assigned: ({ handlersNamed, person }) => handlersNamed.includes(person.id),
  },
  caseHandler: { roles: ['handler'], assigned: ({ state, person }) => state.handlers.includes(person.id) },
  hearingChair: { roles: [], assigned: ({ state, person }) => !state.handlers.includes(person.id) },
  firstReviewer: { roles: ['firstReviewer'], ownSection: true },
  sectionHead: { roles: ['sectionHead'], ownSection: true },
  legalHead: { roles: ['legalHead'] },
  assignedReviewer: { roles: ['legalReviewer'], assigned: ({ state, person }) => state.holder.includes(person.id) },
  legalHeadOrReviewer: { roles: ['legalHead', 'legalReviewer'], assigned: holdsOrHeadsReview },
  assignedAdviser: { roles: ['adviser'], assigned: ({ state, person }) => state.holder.includes(person.id) },
  leaderInCharge: { roles: ['leader'] },
  leader: { roles: ['leader'] },
  chair: { roles: ['leader'], assigned: ({ facts, person }) => facts.duties.chair === person.id },
  publisher: { roles: ['publisher'] },
  publicationApprover: { roles: ['publisher', 'sectionHead', 'legalHead'] },
  archivist: { roles: ['archivist'] },
  suspender: { roles: ['sectionHead', 'legalHead', 'leader'] },
  holderOrAbove: { roles: [] },
  personOrHead: { roles: [] },
  urger: { roles: ['sectionHead', 'legalHead', 'leader'] },
  taskHolderOrHead: { roles: [] },
  overseer: { roles: ['overseer'], agency: (duties) => duties.overseenBy },
  superviseeHead: { roles: ['sectionHead', 'legalHead', 'leader'] },
};

function holdsOrHeadsReview({ state, person }: Acting): boolean {
  return person.roles.includes('legalHead') || state.review?.reviewer === person.id;
}

/** Whether the person is in office and not on leave on that day (checked at every act, not only the first). */
export function presence(person: PersonFacts | undefined, now: Millis): Refusal | null {
  const day = dayOf(now);
  if (!person) return refuse('role.missing');
  if ((person.leftOn && person.leftOn <= day) || (person.hiredOn && person.hiredOn > day)) {
    return refuse('person.left', { person: person.id });
  }
  const away = person.leave.find((leave) => leave.from <= day && day <= leave.to);
  return away ? refuse('person.leave', { person: person.id, until: away.to }) : null;
}

/** Role, agency and section for this kind of actor. */
export function entitlement(actor: Actor, acting: Acting): Refusal | null {
  const { person, facts } = acting;
  const rule = rules[actor];
  const agency = rule.agency ? rule.agency(facts.duties) : facts.duties.agency;
  const roleHeld = rule.roles.length === 0 || rule.roles.some((role) => person.roles.includes(role));
  if (person.agency !== agency || !roleHeld) return refuse('role.missing', { needed: rule.roles });
  if (rule.ownSection && person.section !== facts.duties.section) return refuse('role.otherSection');
  return null;
}

/** Whether the task is this person's. */
export function assignment(actor: Actor, acting: Acting): Refusal | null {
  const { assigned } = rules[actor];
  return assigned && !assigned(acting) ? refuse('duty.notAssigned') : null;
}

/**
 * Separation of duties by person, on this case, for its whole life: nobody acts in two groups, no recused person acts
 * at all, and the hearing's chair is none of the handlers.
 */
export function separation(state: CaseState, person: PersonId, as: DutyGroup | undefined): Refusal | null {
  if (state.recused.includes(person)) return refuse('duty.separation', { person, recused: true });
  if (!as) return null;
  const other = state.tookPart.find((part) => part.person === person && part.as !== as && excludes(part.as, as));
  return other ? refuse('duty.separation', { person, already: other.as, wanted: as }) : null;
}

function excludes(already: DutyGroup, wanted: DutyGroup): boolean {
  if (already === 'hearingChair') return wanted === 'handler';
  if (wanted === 'hearingChair') return already === 'handler';
  return true;
}
