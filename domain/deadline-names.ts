import { otherLimits, stages, type LimitKey, type Stage } from './process.ts';
import type { Clock, ClockName } from './state.ts';

const names: Record<Exclude<ClockName, 'stage'>, { zh: string; en: string }> = {
  overall: { zh: '法定办理期限', en: 'Statutory overall limit' },
  effectOfLaw: { zh: '原许可有效期', en: 'Validity of the permit to be renewed' },
  serve: { zh: '送达', en: 'Service' },
  publish: { zh: '公示', en: 'Publication' },
  statement: { zh: '陈述申辩', en: 'Statement of the party' },
  hearing: { zh: '要求听证', en: 'Claim to a hearing' },
  withdraw: { zh: '撤回公示', en: 'Withdrawal of the publication' },
  delegation: { zh: '代办', en: 'Delegation' },
  supervision: { zh: '督办回复', en: 'Reply to the supervision order' },
};

/** What a deadline is for, in words; that of a stage bears the stage's name. */
export function deadlineName({ name, limit }: Pick<Clock, 'name' | 'limit'>): { zh: string; en: string } {
  if (name !== 'stage') return names[name];
  const { zh, en } = stages[limit as Stage];
  return { zh, en };
}

const limitNames: Record<keyof typeof otherLimits, { zh: string; en: string }> = {
  legalReviewExtension: { zh: '法制审核延长', en: 'Extension of the review' },
  serve: { zh: '送达', en: 'Service' },
  servePermit: { zh: '许可送达', en: 'Service of a permit' },
  publishPenaltyPermit: { zh: '处罚、许可公示', en: 'Publication of penalties and permits' },
  publishOther: { zh: '其他决定公示', en: 'Publication of other decisions' },
  withdrawPublication: { zh: '撤回公示', en: 'Withdrawal of a publication' },
  overallPenalty: { zh: '处罚办理期限（自立案）', en: 'Penalty as a whole, from filing' },
  overallPermit: { zh: '许可办理期限（自受理）', en: 'Permit as a whole, from acceptance' },
  overallPenaltyExtension: { zh: '处罚办理期限延长', en: 'Extension of a penalty as a whole' },
  overallPermitExtension: { zh: '许可办理期限延长', en: 'Extension of a permit as a whole' },
  hearingClaim: { zh: '要求听证（自告知）', en: 'Claim to a hearing, from the notice' },
  statement: { zh: '陈述申辩（自告知）', en: 'Statement of the party, from the notice' },
  idle: { zh: '无进展', en: 'No movement' },
  supervisionReply: { zh: '督办回复', en: 'Reply to a supervision order' },
};

/** Every limit that a pack of parameters may set, those of stages first, in the order of the process. */
export const limitKeys = [
  ...(Object.keys(stages) as Stage[]).filter((stage) => stages[stage].limit),
  ...(Object.keys(otherLimits) as (keyof typeof otherLimits)[]),
];

/** What a limit of a pack of parameters is called; that of a stage bears the stage's name. */
export function limitName(key: Exclude<LimitKey, 'untilDay'>): { zh: string; en: string } {
  const { zh, en } = key in otherLimits ? limitNames[key as keyof typeof otherLimits] : stages[key as Stage];
  return { zh, en };
}
