import type { AbsenceKind } from './absence.ts';
import type { Category, DutyGroup, LimitKey, Measure, Procedure, Rung, Stage } from './process.ts';
import type { RefusalCode } from './refusal.ts';
import type { SupervisionOrder } from './supervision.ts';
import type { Urged } from './urging.ts';

export type PersonId = string;
/** Epoch milliseconds. */
export type Millis = number;

/** Money is integer fen everywhere in the domain. */
export interface Proposal {
  measures: Measure[];
  amountFen: number;
  confiscatedFen: number;
}

/** One content version as the process sees it: codes and digests, never words. */
export interface ContentRef extends Proposal {
  version: number;
  /** SHA-256 of the canonical draft. */
  hash: string;
  digests: { text: string; facts: string; basis: string; tier: string };
}

export interface Notice {
  documentNo: string | null;
  proposed: Proposal;
  servedAt: Millis;
  hearingRight: boolean;
  /** End of the periods the notice opens; null until reckoned. */
  statementUntil: Millis | null;
  hearingUntil: Millis | null;
  /** A hearing was held after this notice; a later notice opens its own claim. */
  heard?: true;
  answer: {
    kind: 'statement' | 'waived' | 'none';
    hearing: 'requested' | 'waived' | null;
    at: Millis;
    /** The proposal on record when the party answered: not to be made heavier because of the answer. */
    proposalThen: Proposal | null;
  } | null;
}

export interface Review {
  round: number;
  version: number;
  hash: string;
  reviewer: PersonId | null;
  verdict: Verdict | null;
  extended: boolean;
  /** How often the legal head returned the opinion in this round. */
  returned: number;
  /** When the opinion was given and what was left of the period then: the end of its due day. */
  givenAt: Millis | null;
  dueThen: Millis | null;
}
export type Verdict = 'agree' | 'correct' | 'supplement' | 'disagree' | 'transfer';

export type ClockName =
  | 'stage'
  | 'overall'
  | 'effectOfLaw'
  | 'serve'
  | 'publish'
  | 'statement'
  | 'hearing'
  | 'withdraw'
  | 'supervision'
  | 'delegation';
/** A running deadline: a budget and the ledger of what moved it. */
export interface Clock {
  id: string;
  name: ClockName;
  limit: LimitKey;
  budget: number;
  unit: 'wd' | 'd';
  startedAt: Millis;
  pauses: { from: Millis; to: Millis | null }[];
  extensions: { budget: number }[];
  /** The end of the due day in Shanghai; null while a pause is open. */
  dueAt: Millis | null;
  provisional: boolean;
  calendarVersion: number;
  /** The day the parameter pack in force began. */
  packFrom: string;
  overdue: boolean;
  /** When each rung of the ladder that is still to come fires. */
  rungs: Partial<Record<Rung, Millis>>;
  /** The rungs that fired: none fires twice, however the deadline moves. */
  fired: Rung[];
}

/** A stage that was left for a while (补正, 咨询, 中止) and is gone back to, with its clock standing still. */
export interface Frame {
  stage: Stage;
  holder: PersonId[];
  enteredAt: Millis;
  clock: Clock | null;
}

export type PublicationStatus = 'prepared' | 'exemptionProposed' | 'approved' | 'published' | 'exempt' | 'withdrawn';

export type ObligationStatus = 'none' | 'open' | 'done' | 'exempt';
export interface Obligations {
  serve: ObligationStatus;
  publish: ObligationStatus;
  execute: ObligationStatus;
  file?: ObligationStatus;
}

export interface Decision extends Proposal {
  documentNo: string;
  version: number;
  /** What the decision binds: the reviewed hash, or null in a summary case. */
  hash: string | null;
  at: Millis;
}

/** What the case is, as filed: codes only. Names and words stay in the database. */
export interface Filing {
  caseId: string;
  agency: string;
  section: string;
  category: Category;
  certificateCategory: string;
  field: string;
  procedure: Procedure;
  partyKind: 'person' | 'organisation';
  onApplication: boolean;
  /** The last day of the permit whose renewal is applied for; absent where none is. */
  renewalOf?: string;
  execution: boolean;
  difficult: boolean;
  severalLegalRelations: boolean;
  majorPublicInterest: boolean;
  byLaw: boolean;
  requiredMaterials: string[];
  overallOverride: { value: number; unit: 'wd' | 'd' } | null;
  hearingThreshold: { organisationFen: number; personFen: number };
}

/**
 * 替岗: `by` holds what falls to `for` until the last day of the leave. `because`: the leave alone, or the code of why the named
 * substitute may not, and `by` is a head who is to hand it on.
 */
export interface StandIn {
  for: PersonId;
  by: PersonId;
  until: string;
  because: 'onLeave' | RefusalCode;
}

/** A holder who cannot do the task, as it was reported: why, and since which day. */
export interface Absent {
  person: PersonId;
  kind: AbsenceKind;
  since: string | null;
}

export interface CaseState {
  filing: Filing | null;
  seq: number;
  lastAt: Millis;
  /** When somebody last brought it on; absent in states that were kept before it was known. */
  movedAt?: Millis;
  stage: Stage | 'none';
  enteredAt: Millis;
  round: number;
  handlers: PersonId[];
  holder: PersonId[];
  tookPart: { person: PersonId; as: DutyGroup }[];
  recused: PersonId[];
  content: ContentRef | null;
  /** SHA-256 of everything a reviewer sees now: content, evidence, notices, answers, hearing. */
  reviewedHash: string | null;
  evidence: string[];
  evidenceSinceDraft: boolean;
  catalogueMatches: { id: string; appliesWhen: 'always' | 'hearing' }[];
  addedMaterials: string[];
  notices: Notice[];
  hearingHeld: boolean;
  review: Review | null;
  /** `voided`: what was reviewed has changed since; the pass no longer holds. */
  pass: { version: number; hash: string; round: number; voided: boolean } | null;
  decision: Decision | null;
  /** Number of the event that made the decision. */
  decisionSeq: number | null;
  obligations: Obligations | null;
  /** `of`: the number of the decision that went up, or stays down, with it. */
  publication: { status: PublicationStatus; preparedBy: PersonId; of?: number | null } | null;
  /** The version and proposal on which the adviser answered; the answer holds until a material change. */
  advised: ContentRef | null;
  objected: boolean;
  missing: number;
  meeting: { at: Millis; members: PersonId[] } | null;
  frames: Frame[];
  delegations: { from: PersonId; to: PersonId; until: string }[];
  /** Absent until somebody is stood in for. */
  standIns?: StandIn[];
  /** Holders of the present task who were reported; absent until one is. */
  absent?: Absent[];
  /** The supervision order (督办) that is not closed yet. */
  supervision: SupervisionOrder | null;
  /** Absent while nobody urged. */
  urged?: Urged;
  overallExtended: boolean;
  /** The end of the day with which the permit came to count as renewed, for nothing was decided; absent until then. 行政许可法 50. */
  renewedByLawAt?: Millis;
  /** Everybody who ever held a task of the case. */
  everHeld: PersonId[];
  clocks: Clock[];
}

export const emptyState: CaseState = {
  filing: null,
  seq: 0,
  lastAt: 0,
  stage: 'none',
  enteredAt: 0,
  round: 0,
  handlers: [],
  holder: [],
  tookPart: [],
  recused: [],
  content: null,
  reviewedHash: null,
  evidence: [],
  evidenceSinceDraft: false,
  catalogueMatches: [],
  addedMaterials: [],
  notices: [],
  hearingHeld: false,
  review: null,
  pass: null,
  decision: null,
  decisionSeq: null,
  obligations: null,
  publication: null,
  advised: null,
  objected: false,
  missing: 0,
  meeting: null,
  frames: [],
  delegations: [],
  supervision: null,
  overallExtended: false,
  everHeld: [],
  clocks: [],
};
