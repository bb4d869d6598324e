import type { Action, DutyGroup, ForbiddenAct, LimitKey, ReviewItem, Role, Stage, SystemEvent } from './process.ts';
import type { Clock, ClockName, Filing, Millis, PersonId, Proposal, Verdict } from './state.ts';

/** What the organisation says of a person on the day of the command. */
export interface PersonFacts {
  id: PersonId;
  agency: string;
  section: string;
  roles: Role[];
  certificate: { categories: string[]; regions: string[]; validFrom: string; validTo: string; status: string } | null;
  legalExam: boolean;
  trainedYears: number[];
  hiredOn: string | null;
  leftOn: string | null;
  leave: { from: string; to: string }[];
}

/** Who holds which duty in the case's agency and section, by person id. */
export interface Duties {
  agency: string;
  /** The agency's region and every region above it. */
  regions: string[];
  section: string;
  firstReviewer: PersonId | null;
  sectionHead: PersonId | null;
  leaderInCharge: PersonId | null;
  legalHead: PersonId | null;
  legalReviewers: PersonId[];
  chair: PersonId | null;
  members: PersonId[];
  quorum: number;
  overseenBy: string | null;
}

/** All that decide() may know beside the case itself. `version` is the organisation's, kept in the event. */
export interface Facts {
  version: number;
  persons: Record<PersonId, PersonFacts>;
  duties: Duties;
}

export interface ReviewItemAnswer {
  item: number;
  key: ReviewItem;
  result: 'conforms' | 'doesNotConform' | 'notApplicable';
  basisGiven: boolean;
  evidence: string[];
}

/**
 * The codes of a command: ids, numbers, times, digests. Words stay in the database; `given` lists which of the free-text
 * fields hold something.
 */
export interface CommandInput {
  given: string[];
  filing?: Filing;
  handlers?: PersonId[];
  documentNo?: string;
  version?: number;
  draft?: Proposal & { digests: { text: string; facts: string; basis: string; tier: string } };
  catalogueMatches?: { id: string; appliesWhen: 'always' | 'hearing' }[];
  addedMaterials?: string[];
  contentVersion?: number;
  materials?: string[];
  record?: { id: string; kind: string; isEvidence: boolean };
  proposed?: Proposal;
  servedBy?: PersonId[];
  hearingRight?: boolean;
  answer?: { kind: 'statement' | 'waived' | 'none'; hearing: 'requested' | 'waived' | null };
  reviewer?: PersonId;
  materialsComplete?: boolean;
  verdict?: Verdict;
  items?: ReviewItemAnswer[];
  opinionNo?: string;
  decision?: Proposal;
  edited?: { amountFen?: number };
  fields?: string[];
  redactionConfirmed?: boolean;
  kind?: string;
  catalogueComplete?: boolean;
  pages?: number;
}

export interface Command {
  /** SHA-256 of user, case, action and idempotency key. */
  id: string;
  action: Action | ForbiddenAct;
  actor: PersonId | 'system';
  input: CommandInput;
  facts: Facts;
  /** The last event of the case that the sender saw in the database. */
  knownSeq: number;
  /** Profile rehearsal only: the moment the request carries. */
  at?: Millis;
}

/** A deadline to be reckoned by record() with the pack and the calendar in force. */
export interface Arm {
  name: ClockName;
  limit: LimitKey;
  startedAt: Millis;
  override?: { value: number; unit: 'wd' | 'd' };
}

/** What decide() wants written. record() adds the sequence number, the reckoned clocks and the hashes. */
export interface Decided {
  type: Action | SystemEvent;
  actor: PersonId | 'system';
  at: Millis;
  commandId: string;
  factsVersion: number;
  input: CommandInput;
  stage: Stage;
  holder: PersonId[];
  round: number;
  took: { person: PersonId; as: DutyGroup }[];
  arms: Arm[];
  stops: ClockName[];
  pass: 'given' | 'voided' | 'unchanged';
  overdueClock?: string;
}

export interface CaseEvent extends Decided {
  caseId: string;
  seq: number;
  armed: Clock[];
  contentHash: string | null;
  reviewedHash: string | null;
}
