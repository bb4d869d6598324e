import type { CatalogueEntry } from './catalogue.ts';
import type { PartyKind } from './party.ts';
import type { Filing, Proposal } from './state.ts';

/** Penalties for which a hearing may always be claimed: 降低资质等级、吊销许可证件；责令停产停业、关闭、限制从业；其他较重的行政处罚. */
const HEARD_AT_ANY_AMOUNT = [
  'suspendPermit',
  'downgrade',
  'revokePermit',
  'revokeRegistration',
  'restrictBusiness',
  'closure',
  'practiceBan',
];

/**
 * Whether the party may claim a hearing (行政处罚法 63): a large fine, a large confiscation or another heavy penalty.
 * Amounts in integer fen; the threshold itself is large (本数在内). Only penalties: permits have 行政许可法 46, 47, which
 * the notice says. 行政拘留 is heard under 治安管理处罚法.
 */
export function hearingClaimable(proposal: {
  category: string;
  measures: readonly string[];
  amountFen: number;
  confiscatedFen: number;
  partyKind: PartyKind;
  threshold: { organisationFen: number; personFen: number };
}): boolean {
  if (proposal.category !== 'penalty') return false;
  const large = proposal.partyKind === 'person' ? proposal.threshold.personFen : proposal.threshold.organisationFen;
  return proposal.measures.some(
    (measure) =>
      HEARD_AT_ANY_AMOUNT.includes(measure) ||
      (measure === 'fine' && proposal.amountFen >= large) ||
      (measure === 'confiscation' && proposal.confiscatedFen >= large),
  );
}

/** 降低资质等级、吊销许可证件；责令停产停业、关闭、限制从业: art. 63 names them itself; what else is 较重 an agency judges. */
const HEARD_BY_NAME = ['downgrade', 'revokePermit', 'closure', 'practiceBan'];

/**
 * Whether the party must be told that it may claim a hearing (行政处罚法 63): what the article names, and large amounts as in
 * {@link hearingClaimable}. Not in the summary procedure, whose fines are small (51).
 */
export function hearingOwed({ measures, amountFen, confiscatedFen }: Proposal, filing: Filing): boolean {
  const { category, procedure, partyKind, hearingThreshold: threshold } = filing;
  const named = measures.filter(
    (measure) => HEARD_BY_NAME.includes(measure) || ['fine', 'confiscation'].includes(measure),
  );
  const proposal = { category, measures: named, amountFen, confiscatedFen, partyKind, threshold };
  return procedure === 'ordinary' && hearingClaimable(proposal);
}

/**
 * Whether a decision is major (重大) and by which grounds: 'catalogue:' and the entry, then the grounds' own names
 * (行政处罚法 57, 58; process.md "Which path an ordinary case takes"). All grounds are named, in this order.
 */
export function isMajor(grounds: {
  matches: readonly Pick<CatalogueEntry, 'id' | 'appliesWhen'>[];
  hearingHeld: boolean;
  hearingClaimable: boolean;
  difficult: boolean;
  severalLegalRelations: boolean;
  majorPublicInterest: boolean;
  byLaw: boolean;
}): { major: boolean; because: string[] } {
  const { matches, ...named } = grounds;
  const counting = matches.filter((entry) => entry.appliesWhen === 'always' || grounds.hearingHeld);
  const because = [
    ...counting.map((entry) => `catalogue:${entry.id}`),
    ...NAMED_GROUNDS.filter((ground) => named[ground]),
  ];
  return { major: because.length > 0, because };
}

const NAMED_GROUNDS = [
  'hearingHeld',
  'hearingClaimable',
  'severalLegalRelations',
  'difficult',
  'majorPublicInterest',
  'byLaw',
] as const;
