import { isAdministrator } from './administration/administrators.ts';
import { dayOf } from './calendar.ts';
import type { Command, Facts, PersonFacts, Relaxations } from './command.ts';
import { coordinatorOf, taskKind } from './holder.ts';
import type { Actor, DutyGroup, Role } from './process.ts';
import { refuse, type Refusal } from './refusal.ts';
import { standsFor, standsInForHandler } from './stand-ins.ts';
import { lastInLine } from './substitutes.ts';
import type { CaseState, Millis, PersonId } from './state.ts';

export interface Acting {
  state: CaseState;
  facts: Facts;
  person: PersonFacts;
  input: Command['input'];
  now: Millis;
}

interface ActorRule {
  roles: Role[] | ((acting: Acting) => Role[]);
  /** Agencies the person may belong to; default the case's own. */
  agencies?: (facts: Facts) => (string | null)[];
  /** Holders of these roles must be of the handling section, unless the task was handed to them. */
  ownSection?: Role[];
  assigned?: (acting: Acting) => boolean;
  /** Heads may act beside the holder: refused with duty.notHolderOrHead instead of by role. */
  holderOrHead?: (acting: Acting) => boolean;
}

const leaders: Role[] = ['sectionHead', 'legalHead', 'leader'];

/** Who may act, in the order refusals come: role, section, assignment, holder or head. */
const rules: Record<Actor, ActorRule> = {
  registeringHandler: { roles: ['handler'], assigned: ({ input, person }) => (input.handlers ?? []).includes(person.id) },
  caseHandler: { roles: ['handler'], assigned: ({ state, person }) => actsAsHandler(state, person.id) },
  hearingChair: { roles: [] },
  firstReviewer: { roles: firstReviewRoles, ownSection: ['firstReviewer', 'sectionHead'] },
  sectionHead: { roles: ['sectionHead'], ownSection: ['sectionHead'] },
  legalHead: { roles: ['legalHead'], agencies: ({ duties, relaxations }) => [duties.agency, ...(relaxations.signOffElsewhere?.agencies ?? [])] },
  assignedReviewer: { roles: ['legalReviewer'], agencies: ({ duties, relaxations }) => [duties.agency, ...(relaxations.pooledReviewers?.agencies ?? [])], assigned: holds },
  legalHeadOrReviewer: { roles: ['legalHead', 'legalReviewer'], agencies: ({ duties, relaxations }) => [duties.agency, ...(relaxations.pooledReviewers?.agencies ?? [])], assigned: (acting) => isLegalHead(acting) || holds(acting) },
  assignedAdviser: { roles: ['adviser'], assigned: holds },
  leaderInCharge: { roles: ['leader'], assigned: (acting) => holds(acting) || coordinatorOf(acting.facts.duties) === acting.person.id },
  leader: { roles: ['leader'] },
  chair: { roles: ['leader'], assigned: isHeadOfAgency },
  publisher: { roles: ['publisher'] },
  publicationApprover: { roles: approverRoles, ownSection: ['sectionHead'] },
  archivist: { roles: ['archivist'] },
  suspender: { roles: leaders, ownSection: ['sectionHead'] },
  holderOrAbove: { roles: [], holderOrHead: holdsOrStandsAbove },
  personOrHead: { roles: [], holderOrHead: (acting) => acting.input.person === acting.person.id || isHeadOfRecused(acting) },
  urger: { roles: ({ person, facts }) => (person.agency === facts.duties.agency ? leaders : ['overseer']), agencies: ({ duties }) => [duties.agency, duties.overseenBy] },
  taskHolderOrHead: { roles: [], holderOrHead: (acting) => hadTask(acting) || isAbove(acting) },
  overseer: { roles: ['overseer'], agencies: ({ duties }) => [duties.overseenBy] },
  superviseeHead: { roles: leaders },
}; // prettier-ignore

function holds({ state, person }: Acting): boolean {
  return state.holder.includes(person.id);
}

/**
 * Whether somebody is a handler or acts as one: a delegate for the one who delegated until the last day of the delegation, a
 * substitute for the one on leave.
 */
export function actsAsHandler(state: CaseState, person: PersonId): boolean {
  const delegated = state.delegations.some(({ from, to }) => to === person && state.handlers.includes(from));
  return state.handlers.includes(person) || delegated || standsInForHandler(state, person);
}

/** The head of the agency, or who is in charge while the head is on leave (移送规定 5: 正职负责人或者主持工作的负责人). */
function isHeadOfAgency({ facts, person, now }: Acting): boolean {
  const { chair } = facts.duties;
  return chair !== null && lastInLine(chair, facts, dayOf(now)) === person.id;
}

function firstReviewRoles({ facts }: Acting): Role[] {
  return facts.relaxations.headDoesFirstReview ? ['firstReviewer', 'sectionHead'] : ['firstReviewer'];
}

/** Withholding publication is approved by the legal head alone. */
function approverRoles({ state, input }: Acting): Role[] {
  const exemption = state.publication?.status === 'exemptionProposed' || input.exemptionApproved === true;
  return exemption ? ['legalHead'] : ['publisher', 'sectionHead', 'legalHead'];
}

function hadTask({ state, person }: Acting): boolean {
  return state.everHeld.includes(person.id) || state.tookPart.some((part) => part.person === person.id);
}

/** The legal head of the case's own agency; those of a pool only review. */
function isLegalHead({ facts, person }: Acting): boolean {
  return person.agency === facts.duties.agency && person.roles.includes('legalHead');
}

/**
 * Whose head decides on a recusal (行政处罚法 43): the handling section's for its people, the legal section's for theirs, and
 * the head of the agency for everybody; a section never removes who reviews or decides its case.
 */
function isHeadOfRecused({ state, facts, person, input }: Acting): boolean {
  const { sectionHead, legalHead, leaderInCharge, legalLeaderInCharge, chair } = facts.duties;
  if (input.person === undefined)
    return [sectionHead, legalHead, leaderInCharge, legalLeaderInCharge, chair].includes(person.id);
  const named = facts.persons[input.person];
  const has = (...roles: Role[]) => roles.some((role) => named?.roles.includes(role));
  const above = (() => {
    if (!named) return [];
    if (state.handlers.includes(named.id)) return [sectionHead, leaderInCharge];
    if (has('leader')) return [];
    if (has('legalHead')) return [legalLeaderInCharge];
    if (has('legalReviewer', 'adviser')) return [legalHead, legalLeaderInCharge];
    return has('sectionHead') ? [leaderInCharge] : [sectionHead, leaderInCharge];
  })();
  return [...above, chair].includes(person.id);
}

/** Who stands above somebody that has or had a task: the section's line and the head of the agency, the legal line since intake. */
function isAbove({ state, facts, person }: Acting): boolean {
  const { sectionHead, legalHead, leaderInCharge, legalLeaderInCharge, chair } = facts.duties;
  const legalTask = state.round > 0 || (legalHead !== null && state.everHeld.includes(legalHead));
  const legalLine = legalTask ? [legalHead, legalLeaderInCharge] : [];
  return [sectionHead, leaderInCharge, chair, ...legalLine].includes(person.id);
}

/** The holder of the task, or who stands above it: the section's or the legal line, then the head of the agency. */
function holdsOrStandsAbove(acting: Acting): boolean {
  const { state, facts, person, input } = acting;
  const ofHandlers = input.from !== undefined && state.handlers.includes(standsFor(state, input.from));
  if (holds(acting) || (ofHandlers && input.from === person.id)) return true;
  const { sectionHead, legalHead, leaderInCharge, legalLeaderInCharge, chair } = facts.duties;
  const kind = ofHandlers ? 'handlers' : taskKind(state);
  if (kind === 'leaderInCharge' || kind === 'chair') return person.id === chair;
  const legalLine = ['legalHead', 'reviewer', 'adviser'].includes(kind);
  const line = legalLine ? [legalHead, legalLeaderInCharge] : [sectionHead];
  return [...line, leaderInCharge, chair].includes(person.id);
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

/** Role, agency and section for this kind of actor; where no role is asked for, the three administrators still keep apart. */
export function entitlement(actor: Actor, acting: Acting): Refusal | null {
  const { person, facts, state } = acting;
  const rule = rules[actor];
  const roles = typeof rule.roles === 'function' ? rule.roles(acting) : rule.roles;
  const agencies = rule.agencies?.(facts) ?? [facts.duties.agency];
  const held = roles.filter((role) => person.roles.includes(role));
  const apart = roles.length === 0 && person.roles.some(isAdministrator);
  if (apart || !agencies.includes(person.agency) || (roles.length > 0 && held.length === 0)) {
    return refuse('role.missing', { needed: roles });
  }
  const elsewhere = person.section !== facts.duties.section && !state.holder.includes(person.id);
  const bound = held.length > 0 && held.every((role) => rule.ownSection?.includes(role));
  return bound && elsewhere ? refuse('role.otherSection') : null;
}

/** Whether the task is this person's, or they stand above its holder. */
export function assignment(actor: Actor, acting: Acting): Refusal | null {
  const { assigned, holderOrHead } = rules[actor];
  if (assigned && !assigned(acting)) return refuse('duty.notAssigned');
  return holderOrHead && !holderOrHead(acting) ? refuse('duty.notHolderOrHead') : null;
}

/**
 * Separation of duties by person, on this case, for its whole life: nobody acts in two groups, no recused person acts
 * at all, and the hearing's chair is none of the handlers. A small agency may let the head do the first review too.
 */
export function separation(
  state: CaseState,
  person: PersonId,
  as: DutyGroup | undefined,
  relaxations: Relaxations = {},
): Refusal | null {
  if (state.recused.includes(person)) return refuse('duty.separation', { person, recused: true });
  if (!as) return null;
  const other = state.tookPart.find((part) => part.person === person && excludes(part.as, as, relaxations));
  return other ? refuse('duty.separation', { person, already: other.as, wanted: as }) : null;
}

function excludes(already: DutyGroup, wanted: DutyGroup, relaxations: Relaxations): boolean {
  if (already === wanted) return false;
  if (already === 'hearingChair') return wanted === 'handler';
  if (wanted === 'hearingChair') return already === 'handler';
  const pair = [already, wanted];
  return !(relaxations.headDoesFirstReview && pair.includes('firstReviewer') && pair.includes('sectionHead'));
}
