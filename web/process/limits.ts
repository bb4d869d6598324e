import { otherLimits, stages, type Category, type Limit, type LimitKey, type Stage } from '../../domain/process.ts';

/** What GET /api/v1/parameters answers, as far as limits go. */
export interface Parameters {
  defaults: { limits: Record<string, Limit> };
  packs: { inForce: boolean; effectiveFrom: string; limits: Record<string, Limit> }[];
}

type OtherLimit = keyof typeof otherLimits;

/** Limits of a case of this category that are not a stage's own, in the order in which they come to bear. */
export function limitsBeside(category: Category): OtherLimit[] {
  const published = category === 'penalty' || category === 'permit' ? 'publishPenaltyPermit' : 'publishOther';
  const served = category === 'permit' ? 'servePermit' : 'serve';
  const overall: Partial<Record<Category, OtherLimit[]>> = {
    penalty: ['overallPenalty', 'overallPenaltyExtension', 'statement', 'hearingClaim'],
    permit: ['overallPermit', 'overallPermitExtension'],
  };
  return [...(overall[category] ?? []), 'legalReviewExtension', served, published, 'withdrawPublication'];
}

/** The limit in force in the agency; the default of the process where its pack is silent. Null where there is none. */
export function limitIn(parameters: Parameters | undefined, key: LimitKey): Limit | null {
  const pack = parameters?.packs.find(({ inForce }) => inForce)?.limits ?? {};
  return pack[key] ?? parameters?.defaults.limits[key] ?? defaultOf(key);
}

function defaultOf(key: LimitKey): Limit | null {
  if (key in otherLimits) return otherLimits[key as OtherLimit];
  return stages[key as Stage]?.limit ?? null;
}
