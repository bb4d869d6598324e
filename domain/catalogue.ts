import type { Day } from './calendar.ts';
import type { PartyKind } from './party.ts';

/** One line of an agency's 重大执法决定法制审核目录清单, in one version. Amounts in yuan, as the agency publishes them. */
export interface CatalogueEntry {
  id: string;
  agency: string;
  version: number;
  effectiveFrom: Day;
  effectiveTo: Day | null;
  category: string;
  /** 综合: every field. */
  field: string;
  level: string;
  measures: string[];
  /** hearing: counts only once a hearing was held (举行听证的). */
  appliesWhen: 'always' | 'hearing';
  amountThreshold: AmountThreshold | null;
  socialImpact: string | null;
  reviewMaterials: string[];
  basis?: { statute: string; article: string }[];
  note?: string | null;
}

/** null for a kind of party: no threshold for it, any amount counts. */
export interface AmountThreshold {
  of: 'decision' | 'projectInvestment';
  organisationYuan: number | null;
  personYuan: number | null;
}

/** What a catalogue looks at. Amounts in integer fen. */
export interface ProposedDecision {
  agency: string;
  category: string;
  field: string;
  level: string;
  measures: readonly string[];
  amountFen: number;
  confiscatedFen: number;
  projectInvestmentFen?: number | null;
  partyKind: PartyKind;
}

/** The catalogue's words for measures that a decision names otherwise; those it has no name for come as 'other'. */
const NAMED_IN_DECISIONS: Readonly<Record<string, readonly string[]>> = {
  suspension: ['closure', 'suspendPermit'],
  revocation: ['revokePermit', 'revokeRegistration'],
  revokePermit: ['revokePermit', 'revokeRegistration'],
  restriction: ['restrictBusiness', 'practiceBan'],
  seizure: ['seal', 'seize'],
  detention: ['detention', 'seal', 'seize'],
  stopSupply: ['other'],
  stopConstruction: ['other'],
  withdrawPermit: ['other'],
  expropriationDecision: ['other'],
  requisition: ['other'],
  takeBackLand: ['other'],
  announce: ['other'],
};

/**
 * The entries in force on that day that cover the decision: same agency, category and level, the field or 综合, a measure
 * in common, and the amount at or over the threshold (本数在内). Of several versions in force the latest counts. Entries
 * that apply when a hearing was held are among them: {@link isMajor} counts them once it was. 国办发〔2018〕118号 四（十一）.
 */
export function matchingEntries<E extends CatalogueEntry>(
  entries: readonly E[],
  decision: ProposedDecision,
  day: Day,
): E[] {
  return entries.filter(
    (entry) =>
      inForce(entry, day) &&
      !entries.some((other) => other.id === entry.id && other.version > entry.version && inForce(other, day)) &&
      covers(entry, decision),
  );
}

function inForce(entry: CatalogueEntry, day: Day): boolean {
  return entry.effectiveFrom <= day && (entry.effectiveTo === null || day <= entry.effectiveTo);
}

function covers(entry: CatalogueEntry, decision: ProposedDecision): boolean {
  return (
    entry.agency === decision.agency &&
    entry.category === decision.category &&
    (entry.field === decision.field || entry.field === '综合') &&
    entry.level === decision.level &&
    entry.measures
      .flatMap((word) => [word, ...(NAMED_IN_DECISIONS[word] ?? [])])
      .some(
        (measure) => decision.measures.includes(measure) && reachesThreshold(entry.amountThreshold, measure, decision),
      )
  );
}

function reachesThreshold(threshold: AmountThreshold | null, measure: string, decision: ProposedDecision): boolean {
  if (!threshold) return true;
  const yuan = decision.partyKind === 'person' ? threshold.personYuan : threshold.organisationYuan;
  const amount = threshold.of === 'decision' ? amountOf(measure, decision) : decision.projectInvestmentFen;
  // A measure without an amount, or an investment nobody filed, does not take a decision off the list.
  return yuan === null || amount === null || amount === undefined || amount >= yuan * 100;
}

function amountOf(measure: string, decision: ProposedDecision): number | null {
  if (measure === 'confiscation') return decision.confiscatedFen;
  return measure === 'fine' || measure === 'idleLandFee' || measure === 'compensationDecision'
    ? decision.amountFen
    : null;
}
