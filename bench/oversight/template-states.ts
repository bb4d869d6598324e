import { askedActions } from '../../domain/asked-actions.ts';
import { stages, type Stage } from '../../domain/process.ts';
import { emptyState, type CaseState, type Clock, type ClockName } from '../../domain/state.ts';

/** How many of a hundred open cases stand in each stage; the names of who holds them, with $ for the section. */
export const mix: [stage: Stage, share: number, holder: string[]][] = [
  ['investigating', 40, ['h$-1', 'h$-2']],
  ['firstReview', 6, ['f$']],
  ['sectionSignOff', 4, ['s$']],
  ['intake', 4, ['q1']],
  ['supplementing', 2, ['h$-1', 'h$-2']],
  ['legalReview', 13, ['r1']],
  ['advising', 1, ['a1']],
  ['legalSignOff', 3, ['q1']],
  ['responding', 2, ['s$']],
  ['deliberation', 3, ['l1']],
  ['leaderApproval', 3, ['l2']],
  ['issuing', 3, ['h$-1', 'h$-2']],
  ['fulfilment', 12, ['h$-1', 'h$-2']],
  ['closing', 3, ['h$-1', 'h$-2']],
  ['suspended', 1, []],
];

const hash = 'a'.repeat(64);

function clock(name: ClockName): Clock {
  const at = Date.parse('2026-11-01T09:00:00+08:00');
  const rungs = { halfWay: at, oneDayBefore: at, due: at, plus2: at, plus5: at };
  return {
    ...{ id: `00000000-0000-0000-0000-000000000000:12:${name}`, name, limit: 'legalReview', budget: 5, unit: 'wd', startedAt: at },
    ...{ pauses: [], extensions: [], dueAt: at, provisional: false, calendarVersion: 1, packFrom: '2026-01-01', overdue: false },
    ...{ rungs, fired: [] },
  }; // prettier-ignore
}

/** A state as long as those of real cases, without what is each case's own. */
export function templateState(stage: Stage): CaseState {
  const proposal = { measures: ['fine' as const], amountFen: 2_000_000, confiscatedFen: 0 };
  const content = { version: 2, hash, digests: { text: hash, facts: hash, basis: hash, tier: hash }, ...proposal };
  const served = Date.parse('2026-10-20T09:00:00+08:00');
  return {
    ...emptyState,
    filing: {
      ...{ caseId: '', agency: '', section: '', category: 'penalty', certificateCategory: 'penalty', field: '安全生产', procedure: 'ordinary' },
      ...{ partyKind: 'organisation', onApplication: false, execution: true, difficult: false, severalLegalRelations: false },
      ...{ majorPublicInterest: false, byLaw: false, requiredMaterials: ['送审函', '调查终结报告', '证据材料', '裁量说明'], overallOverride: null },
      hearingThreshold: { organisationFen: 10_000_000, personFen: 500_000 },
    },
    seq: 12,
    lastAt: served,
    stage,
    enteredAt: served,
    round: 1,
    content,
    reviewedHash: hash,
    evidence: ['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7', 'E8'],
    notices: [{ documentNo: '急罚告〔2026〕12号', proposed: proposal, servedAt: served, hearingRight: false, statementUntil: served, hearingUntil: null, answer: { kind: 'statement', hearing: null, at: served, proposalThen: proposal } }],
    review: { round: 1, version: 2, hash, reviewer: null, verdict: null, extended: false, returned: 0, givenAt: null, dueThen: null },
    obligations: stage === 'fulfilment' ? { serve: 'done', publish: 'open', execute: 'open' } : null,
    clocks: stages[stage].final ? [] : [clock('stage'), clock('overall')],
  }; // prettier-ignore
}

/** What a case in this stage asks for. */
export function askedIn(stage: Stage): string[] {
  return askedActions(templateState(stage));
}
