import type { Day } from './calendar.ts';
import type { PublishablePenalty, PublishablePermit } from './publication-fields.ts';
import type { Measure } from './process.ts';

/** What of a publication is written by people: with the filing, or when it is prepared. What nobody wrote is absent. */
export interface Particulars {
  violationType?: string | null;
  penaltyType?: string | null;
  permitTaken?: string | null;
  validUntil?: Day | null;
  publicUntil?: Day | null;
  permitDocumentName?: string | null;
  permitType?: string | null;
  certificateName?: string | null;
  certificateNo?: string | null;
  validFrom?: Day | null;
  validTo?: Day | null;
  status?: string | null;
}

/** 2099/12/31 in 双公示: without an end. */
const longTerm: Day = '2099-12-31';
/** 处罚类别 as 行政处罚法 9 calls them, in its order; what has no name there is 其他. */
const penaltyKinds: Partial<Record<Measure, string>> = {
  warning: '警告', criticism: '通报批评', fine: '罚款', confiscation: '没收违法所得、没收非法财物', suspendPermit: '暂扣许可证件', downgrade: '降低资质等级',
  revokePermit: '吊销许可证件', restrictBusiness: '限制开展生产经营活动', closure: '责令停产停业、责令关闭', practiceBan: '限制从业', detention: '行政拘留',
}; // prettier-ignore
const permitDocuments: Partial<Record<Measure, { name: string; status: string | null }>> = {
  grant: { name: '准予行政许可决定书', status: '有效' },
  refuse: { name: '不予行政许可决定书', status: null },
  revokeRegistration: { name: '撤销行政许可决定书', status: '撤销' },
  revokePermit: { name: '撤销行政许可决定书', status: '撤销' },
};

/**
 * The fields of a published penalty that no draft holds (双公示: 违法行为类型, 处罚类别, 处罚有效期 must be there). What nobody wrote follows
 * from the case: its cause, the measures decided, no end of the penalty, and three years in public, the longest a penalty may be.
 */
export function penaltyParticulars(
  given: Particulars,
  decided: { cause: string; measures: readonly Measure[] },
  on: Day,
): PublishablePenalty['publication'] {
  const named = Object.entries(penaltyKinds).filter(([measure]) => decided.measures.includes(measure as Measure));
  const kinds = [...named.map(([, kind]) => kind), ...(named.length < decided.measures.length ? ['其他'] : [])];
  return {
    violationType: given.violationType || decided.cause,
    penaltyType: given.penaltyType || kinds.join('；') || '不予行政处罚',
    permitTaken: given.permitTaken ?? null,
    validUntil: given.validUntil ?? longTerm,
    publicUntil: given.publicUntil === undefined ? yearsLater(on, 3) : given.publicUntil,
  };
}

/** The same of a permit; null where nobody said of which kind it is (许可类别), which follows from nothing and must be there. */
export function permitParticulars(
  given: Particulars,
  measures: readonly Measure[],
): PublishablePermit['publication'] | null {
  if (!given.permitType) return null;
  const document = measures[0] && permitDocuments[measures[0]];
  return {
    permitDocumentName: given.permitDocumentName || (document?.name ?? '行政许可决定书'),
    permitType: given.permitType,
    certificateName: given.certificateName ?? null,
    certificateNo: given.certificateNo ?? null,
    validFrom: given.validFrom ?? null,
    validTo: given.validTo ?? null,
    status: given.status || (document?.status ?? null),
  };
}

/** The same day so many years on; of 29 February the day before 1 March. */
function yearsLater(day: Day, years: number): Day {
  return `${Number(day.slice(0, 4)) + years}-${day.slice(5).replace('02-29', '02-28')}`;
}
