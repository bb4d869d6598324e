import type { Measure } from './process.ts';
import type { Proposal } from './state.ts';

/** The fields of a proposal as it is sent: measures, and amounts in yuan. */
export type ProposalField = 'measures' | 'amountYuan' | 'confiscatedYuan';

/** Measures that are an amount: without one they say nothing. 行政处罚法 9, 44, 59; 闲置土地处置办法 14. */
const needAmount: readonly Measure[] = ['fine', 'idleLandFee'];
/** Measures that an amount may belong to: those, and costs, compensation or fees beside what is decided. */
const mayHaveAmount: readonly Measure[] = [...needAmount, 'compensationDecision', 'proxyPerformance', 'grant', 'other'];
/** Goods are confiscated without an amount; an amount is never confiscated without confiscation. */
const mayConfiscate: readonly Measure[] = ['confiscation', 'other'];

/** What is wrong with a field of a proposal, and what to do. */
export const senselessProposalWords: Record<ProposalField, { zh: string; en: string }> = {
  measures: {
    zh: '同一措施写了两次；请只写一次',
    en: 'a measure is named twice; name it once',
  },
  amountYuan: {
    zh: '金额与措施不符：罚款须写明大于零的金额，没有罚款等涉及金额的措施的不写金额；请核对',
    en: 'amount and measures disagree: a fine names an amount above zero, and without a fine or another measure of money there is none; correct one of them',
  },
  confiscatedYuan: {
    zh: '没有没收的措施而有没收金额；请补选没收，或者去掉金额',
    en: 'an amount is confiscated without confiscation; add the measure or leave the amount out',
  },
};

/** Whether two proposals take the same measures and amounts, in whatever order they are named. */
export function sameProposal(one: Proposal, other: Proposal): boolean {
  return (
    [...one.measures].sort().join() === [...other.measures].sort().join() &&
    one.amountFen === other.amountFen &&
    one.confiscatedFen === other.confiscatedFen
  );
}

/**
 * Which fields of a proposal contradict its measures: a measure named twice, a fine without an amount, an amount without a
 * measure that has one. No measures at all are lawful in a draft (不予处罚, 行政处罚法 33, 57).
 */
export function senselessInProposal({ measures, amountFen, confiscatedFen }: Proposal): ProposalField[] {
  const any = (some: readonly Measure[]) => measures.some((measure) => some.includes(measure));
  const amountFits = amountFen > 0 ? any(mayHaveAmount) : !any(needAmount);
  return [
    ...(new Set(measures).size === measures.length ? [] : (['measures'] as const)),
    ...(amountFits ? [] : (['amountYuan'] as const)),
    ...(confiscatedFen === 0 || any(mayConfiscate) ? [] : (['confiscatedYuan'] as const)),
  ];
}
