import type { Role } from '../process.ts';

/** 系统、安全、审计管理员（三员）. */
export const administrators = ['systemAdmin', 'securityAdmin', 'auditAdmin'] as const satisfies readonly Role[];
export type Administrator = (typeof administrators)[number];

export function isAdministrator(role: string): role is Administrator {
  return (administrators as readonly string[]).includes(role);
}

/** Whether one person may hold these roles together: an administrator holds no other role, of a case or of administration. */
export function mayCombine(roles: readonly string[]): boolean {
  return roles.length < 2 || !roles.some(isAdministrator);
}

/** What of a person only the security administrator changes: all that entitles to act. */
export const entitlementFields = ['roles', 'certificate', 'legalExam'] as const;

/** What of an agency its own administrators do not change: the overseeing bureau or the installation does. */
export const standingFields = ['overseenBy', 'region', 'level', 'kind'] as const;

/** The agency of those who look after the installation as a whole. */
export const installation = 'installation';

/** The user made at start in profile rehearsal, who imports everything for every agency. */
export const initialAdministrator = 'rehearsal-admin';
