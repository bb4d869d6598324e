import { refuse, type Refusal } from './refusal.ts';
import type { Filing, Proposal } from './state.ts';

/** 行政处罚法 51: a warning, or a fine of at most 200 yuan for a person and 3,000 yuan for an organisation; in fen. */
export const summaryFineLimitFen = { person: 20_000, organisation: 300_000 } as const;

/** Whether the summary procedure (简易程序) allows this decision. */
export function summaryProblem(decision: Proposal, filing: Filing): Refusal | null {
  const limit = summaryFineLimitFen[filing.partyKind];
  const kindsAllowed =
    filing.category === 'penalty' &&
    decision.measures.length > 0 &&
    decision.measures.every((measure) => measure === 'warning' || measure === 'fine');
  return kindsAllowed && decision.amountFen <= limit && decision.confiscatedFen === 0
    ? null
    : refuse('summary.overLimit', { limitYuan: limit / 100, amountYuan: decision.amountFen / 100 });
}
