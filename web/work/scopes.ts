/** The four boxes of the workbench, as GET /api/v1/inbox names them. */
export const inboxScopes = ['mine', 'section', 'claimable', 'passedOn'] as const;
export type InboxScope = (typeof inboxScopes)[number];
