import type { Administrator } from './administrators.ts';

/** What there is to administer, and which of the three administrators does it (三员分设). */
export const areas = {
  organisation: ['systemAdmin'],
  people: ['systemAdmin', 'securityAdmin'],
  leave: ['systemAdmin'],
  parameters: ['systemAdmin'],
  calendar: ['systemAdmin'],
  catalogue: ['systemAdmin'],
  items: ['systemAdmin'],
  series: ['systemAdmin'],
  notices: ['systemAdmin'],
  roles: ['securityAdmin'],
  accounts: ['securityAdmin'],
  reconciliations: ['systemAdmin', 'auditAdmin'],
  trail: ['auditAdmin'],
  ledger: ['auditAdmin'],
} as const satisfies Record<string, readonly Administrator[]>;
export type Area = keyof typeof areas;
