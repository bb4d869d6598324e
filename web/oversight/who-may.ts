import type { Person } from '../session.tsx';

type Roles = Person['roles'];

/** Who looks over cases, as the API has it: what the others ask it refuses. */
export function looksOver(roles: Roles): boolean {
  return roles.some((role) => role === 'overseer' || role === 'leader' || role === 'legalHead');
}

/** Who has to do with supervision orders: who gives them, and who answers for the agency. */
export function concernedByOrders(roles: Roles): boolean {
  return looksOver(roles) || roles.includes('sectionHead');
}

export function givesOrders(roles: Roles): boolean {
  return roles.includes('overseer');
}
