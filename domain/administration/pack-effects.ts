import { defaultLadder, type LadderRule } from '../ladder.ts';
import { otherLimits, stages, type Limit, type LimitKey, type Stage } from '../process.ts';
import type { PackRecord } from './records.ts';

/** A deadline that a new pack of parameters changes, and how many open cases it concerns. */
export interface PackEffect {
  agency: string;
  effectiveFrom: string;
  limit: LimitKey;
  label: string;
  before: Limit & { ladder: LadderRule };
  after: Limit & { ladder: LadderRule };
  /** Deadlines of this limit that run or stand still now: they keep the terms of the day they began. */
  keepTheirTerms: number;
  /** Open cases that have yet to come to it: from the first day on it begins on the new terms. */
  comeToIt: number;
}

/** The open cases of an agency as a preview counts them. */
export interface OpenCounts {
  /** Open cases by stage. */
  stages: Partial<Record<Stage, number>>;
  /** Live deadlines by limit. */
  limits: Partial<Record<string, number>>;
}

const otherLabels: Record<keyof typeof otherLimits, string> = {
  legalReviewExtension: '法制审核延长',
  serve: '送达',
  servePermit: '许可送达',
  publishPenaltyPermit: '处罚、许可公示',
  publishOther: '其他决定公示',
  withdrawPublication: '撤回公示',
  overallPenalty: '处罚办理期限',
  overallPermit: '许可办理期限',
  overallPenaltyExtension: '处罚延长办理期限',
  overallPermitExtension: '许可延长办理期限',
  hearingClaim: '要求听证',
  statement: '陈述申辩',
  idle: '无进展',
  supervisionReply: '督办回复',
};
const order = Object.keys(stages) as Stage[];
/** The party's own periods, what lengthens another limit, and idleness: they have no ladder. */
const withoutLadder: LimitKey[] = ['idle', 'hearingClaim', 'statement', 'legalReviewExtension', 'overallPenaltyExtension', 'overallPermitExtension']; // prettier-ignore
/** What begins with the filing, or only where an order is opened: no case that is open now need come to it. */
const notAhead: LimitKey[] = ['overallPenalty', 'overallPermit', 'supervisionReply'];

/** Every limit or ladder that differs from the pack before, with what it means for the cases that are open now. */
export function packEffects(pack: PackRecord, before: PackRecord | null, open: OpenCounts): PackEffect[] {
  const keys = [...order, ...Object.keys(otherLimits)].filter(
    (key) => key in otherLimits || stages[key as Stage].limit,
  );
  return (keys as Exclude<LimitKey, 'untilDay'>[]).flatMap((limit) => {
    const [old, next] = [termsOf(before, limit), termsOf(pack, limit)];
    if (JSON.stringify(old) === JSON.stringify(next)) return [];
    const label = limit in otherLimits ? otherLabels[limit as keyof typeof otherLimits] : stages[limit as Stage].zh;
    const { agency, effectiveFrom } = pack;
    const keepTheirTerms = open.limits[limit] ?? 0;
    return [
      { agency, effectiveFrom, limit, label, before: old, after: next, keepTheirTerms, comeToIt: ahead(limit, open) },
    ];
  });
}

function termsOf(pack: PackRecord | null, key: Exclude<LimitKey, 'untilDay'>): PackEffect['before'] {
  const fallback = key in otherLimits ? otherLimits[key as keyof typeof otherLimits] : stages[key as Stage].limit!;
  const { value, unit } = pack?.limits[key] ?? fallback;
  const said = withoutLadder.includes(key) ? {} : { ...pack?.ladder.every, ...pack?.ladder[key] };
  const { halfWay, oneDayBefore, plus2, plus5 } = { ...defaultLadder, ...said };
  return { value, unit, ladder: { halfWay, oneDayBefore, plus2, plus5 } };
}

/** Open cases in a stage before the one in which the limit begins; a case that is returned comes to it again. */
function ahead(limit: LimitKey, open: OpenCounts): number {
  if (notAhead.includes(limit)) return 0;
  const begins = limit === 'idle' ? order.length : order.indexOf(limit as Stage);
  const reached = begins >= 0 ? begins : order.indexOf('fulfilment');
  return order.slice(0, reached).reduce((sum, stage) => sum + (open.stages[stage] ?? 0), 0);
}
