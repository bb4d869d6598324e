import { hearingClaimable, isMajor } from './major.ts';
import type { Stage } from './process.ts';
import type { CaseState, Filing } from './state.ts';

/** Whether the case is major (重大) and why: the first ground is enough, all are named. 行政处罚法 57, 58. */
export function majorGrounds(state: CaseState, filing: Filing): { major: boolean; because: string[] } {
  const proposal = state.content;
  const claimable =
    state.notices.some((notice) => notice.hearingRight) ||
    (proposal !== null &&
      hearingClaimable({
        category: filing.category,
        measures: proposal.measures,
        amountFen: proposal.amountFen,
        confiscatedFen: proposal.confiscatedFen,
        partyKind: filing.partyKind,
        threshold: filing.hearingThreshold,
      }));
  return isMajor({
    matches: state.catalogueMatches,
    hearingHeld: state.hearingHeld,
    hearingClaimable: claimable,
    difficult: filing.difficult,
    severalLegalRelations: filing.severalLegalRelations,
    majorPublicInterest: filing.majorPublicInterest,
    byLaw: filing.byLaw,
  });
}

/** Major cases are decided collectively, the others by the leader (行政处罚法 57). */
export function pathAfterPass(state: CaseState, filing: Filing): Stage {
  return majorGrounds(state, filing).major ? 'deliberation' : 'leaderApproval';
}
