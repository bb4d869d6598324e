import type { Role } from '../domain/process.ts';
import type { PersonId } from '../domain/state.ts';

export interface Reader {
  personId: PersonId;
  /** The agency the reader belongs to. */
  agency: string;
  roles: readonly Role[];
}

export interface ReadableCase {
  agency: string;
  overseenBy: string | null;
  /** Everybody who holds or held a task of the case, consulted advisers among them. */
  involved: readonly PersonId[];
}

/** How far somebody's reading goes. */
export interface ReadingReach {
  ownAgency: boolean;
  overseen: boolean;
  ownTasks: boolean;
}

/** Who works on cases, and reads those of the agency. */
export const rolesInCases: readonly Role[] = [
  'handler',
  'firstReviewer',
  'sectionHead',
  'legalReviewer',
  'legalHead',
  'leader',
  'publisher',
  'archivist',
];
/** Advisers read what they were asked about; reviewers and legal heads of a pool what another agency named them for. */
const ownTasks: readonly Role[] = ['adviser', 'legalReviewer', 'legalHead'];

/** What these roles let a person read: the three administrators read no case (三员分设). */
export function readingReach(roles: readonly Role[]): ReadingReach {
  const holdsOne = (of: readonly Role[]) => roles.some((role) => of.includes(role));
  return { ownAgency: holdsOne(rolesInCases), overseen: holdsOne(['overseer']), ownTasks: holdsOne(ownTasks) };
}

/** Whose cases somebody looks over: overseers what their bureau oversees, leaders and legal heads their own agency's. */
export function oversightReach(roles: readonly Role[]): Pick<ReadingReach, 'ownAgency' | 'overseen'> {
  const holdsOne = (of: readonly Role[]) => roles.some((role) => of.includes(role));
  return { ownAgency: holdsOne(['leader', 'legalHead']), overseen: holdsOne(['overseer']) };
}

/**
 * Whether somebody may read a case: people of its agency with a role in cases, the overseeing bureau's overseers, and who
 * was asked about this one. Anybody else is told that there is no such case.
 */
export function mayReadCase({ personId, agency, roles }: Reader, read: ReadableCase): boolean {
  const reach = readingReach(roles);
  return (
    (reach.ownAgency && read.agency === agency) ||
    (reach.overseen && read.overseenBy === agency) ||
    (reach.ownTasks && read.involved.includes(personId))
  );
}
