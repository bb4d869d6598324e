import { limitKeys, limitName } from '../deadline-names.ts';
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

const order = Object.keys(stages) as Stage[];
const withoutLadder: LimitKey[] = ['idle', 'hearingClaim', 'statement', 'legalReviewExtension', 'overallPenaltyExtension', 'overallPermitExtension']; // prettier-ignore
/** What begins with the filing, or only where an order is opened: no case that is open now need come to it. */
const notAhead: LimitKey[] = ['overallPenalty', 'overallPermit', 'supervisionReply'];

/** Every limit or ladder that differs from the pack before, with what it means for the cases that are open now. */
export function packEffects(pack: PackRecord, before: PackRecord | null, open: OpenCounts): PackEffect[] {
  return limitKeys.flatMap((limit) => {
    const [old, next] = [termsOf(before, limit), termsOf(pack, limit)];
    if (JSON.stringify(old) === JSON.stringify(next)) return [];
    const label = limitName(limit).zh;
    const { agency, effectiveFrom } = pack;
    const keepTheirTerms = open.limits[limit] ?? 0;
    return [
      { agency, effectiveFrom, limit, label, before: old, after: next, keepTheirTerms, comeToIt: ahead(limit, open) },
    ];
  });
}

/** Whether a limit has a ladder: the party's own periods, what lengthens another limit, and idleness have none. */
export function hasLadder(key: LimitKey): boolean {
  return !withoutLadder.includes(key);
}

function termsOf(pack: PackRecord | null, key: Exclude<LimitKey, 'untilDay'>): PackEffect['before'] {
  const fallback = key in otherLimits ? otherLimits[key as keyof typeof otherLimits] : stages[key as Stage].limit!;
  const { value, unit } = pack?.limits[key] ?? fallback;
  const said = hasLadder(key) ? { ...pack?.ladder.every, ...pack?.ladder[key] } : {};
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
