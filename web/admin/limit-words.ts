import { otherLimits, stages, type Stage } from '../../domain/process.ts';

/** How a limit that is not a stage's is called, [Chinese, English]. */
// prettier-ignore
const others: Record<keyof typeof otherLimits, readonly [string, string]> = {
  legalReviewExtension: ['法制审核延长', 'Extension of the review'], serve: ['送达', 'Service'], servePermit: ['许可送达', 'Service of a permit'],
  publishPenaltyPermit: ['处罚、许可公示', 'Publication of penalties and permits'], publishOther: ['其他决定公示', 'Publication of other decisions'],
  withdrawPublication: ['撤回公示', 'Withdrawal of a publication'], overallPenalty: ['处罚办理期限', 'Penalty as a whole'], overallPermit: ['许可办理期限', 'Permit as a whole'],
  overallPenaltyExtension: ['处罚延长办理期限', 'Extension of a penalty'], overallPermitExtension: ['许可延长办理期限', 'Extension of a permit'],
  hearingClaim: ['要求听证', 'Claiming a hearing'], statement: ['陈述申辩', 'Statement'], idle: ['无进展', 'No movement'], supervisionReply: ['督办回复', 'Reply to an order'],
};

/** Every limit that a pack may set, in the order of the process. */
export const limitKeys = [
  ...Object.entries(stages).flatMap(([stage, { limit }]) => (limit ? [stage] : [])),
  ...Object.keys(otherLimits),
];

export function limitInWords(key: string, english: boolean): string {
  const pair = others[key as keyof typeof others] ?? [stages[key as Stage]?.zh ?? key, stages[key as Stage]?.en ?? key];
  return pair[english ? 1 : 0];
}

/** '5 个工作日', '90 天'. */
export function budgetInWords({ value, unit }: { value: number; unit: string }, english: boolean): string {
  if (english) return `${value} ${unit === 'wd' ? 'working days' : 'days'}`;
  return `${value} ${unit === 'wd' ? '个工作日' : '天'}`;
}
