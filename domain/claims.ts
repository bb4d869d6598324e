import type { Action, DutyGroup, Role } from './process.ts';

/** A task that anybody of a role may take, whoever holds it: what the case asks for, and the group they would act in. */
export interface Claim {
  asked: readonly Action[];
  as?: DutyGroup;
  /** Only of cases of one's own section. */
  ownSection?: true;
  /** Only while a publication of this status, prepared by somebody else, waits. */
  waiting?: readonly ('prepared' | 'exemptionProposed')[];
}

/** What each role may take upon itself; decide() has the last word when it acts. */
export const claims: Partial<Record<Role, readonly Claim[]>> = {
  publisher: [
    { asked: ['preparePublication', 'publish', 'withdrawPublication'] },
    { asked: ['approvePublication'], waiting: ['prepared'] },
  ],
  firstReviewer: [{ asked: ['passFirstReview'], as: 'firstReviewer', ownSection: true }],
  sectionHead: [
    { asked: ['signOffSection'], as: 'sectionHead', ownSection: true },
    { asked: ['approvePublication'], ownSection: true, waiting: ['prepared'] },
  ],
  legalHead: [
    { asked: ['acceptForReview', 'approveOpinion'], as: 'legalHead' },
    { asked: ['approvePublication'], waiting: ['prepared', 'exemptionProposed'] },
  ],
  leader: [{ asked: ['approveAsLeader', 'conveneMeeting', 'recordMeeting'], as: 'decider' }],
  archivist: [{ asked: ['archive'] }],
};
