import type {
  Action,
  DutyGroup,
  ForbiddenAct,
  LimitKey,
  ReviewItem,
  Role,
  Rung,
  Stage,
  SystemEvent,
} from './process.ts';
import type { Absent, Clock, ClockName, Filing, Millis, PersonId, Proposal, StandIn, Verdict } from './state.ts';

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
  /** Days; `substitute` stands in for them meanwhile. */
  leave: { from: string; to: string; substitute?: PersonId }[];
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
  /** The leader in charge of the legal section. */
  legalLeaderInCharge: PersonId | null;
  legalReviewers: PersonId[];
  chair: PersonId | null;
  members: PersonId[];
  quorum: number;
  overseenBy: string | null;
}

/** What a small agency may relax, each with the ground it named (process.md "Actions"). */
export interface Relaxations {
  headDoesFirstReview?: { ground: string };
  /** Reviewers of these agencies may be named by the legal head. */
  pooledReviewers?: { ground: string; agencies: string[] };
  /** Legal heads of these agencies may sign the opinion off. */
  signOffElsewhere?: { ground: string; agencies: string[] };
}

/** All that decide() may know beside the case itself. `version` is the organisation's, kept in the event. */
export interface Facts {
  version: number;
  /** Relaxations for small agencies in the pack in force; all off by default. */
  relaxations: Relaxations;
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
  record?: { id: string; isEvidence: boolean; by?: PersonId[] };
  /** When something happened that is put on record now, by the name of its field. */
  happened?: Record<string, Millis>;
  proposed?: Proposal;
  servedBy?: PersonId[];
  hearingRight?: boolean;
  answer?: { kind: 'statement' | 'waived' | 'none'; hearing: 'requested' | 'waived' | null };
  reviewer?: PersonId;
  materialsComplete?: boolean;
  verdict?: Verdict;
  /** SHA-256 of everything that was before whoever gives an opinion, as {@link CaseState} has it. */
  reviewed?: string;
  items?: ReviewItemAnswer[];
  opinionNo?: string;
  decision?: Proposal;
  edited?: { amountFen?: number };
  fields?: string[];
  redactionConfirmed?: boolean;
  kind?: string;
  catalogueComplete?: boolean;
  pages?: number;
  adviser?: PersonId;
  /** How many items of material a supplement asks for, or answers. */
  count?: number;
  from?: PersonId;
  to?: PersonId;
  until?: string;
  person?: PersonId;
  copiedTo?: PersonId[];
  decidedBy?: PersonId;
  target?: string;
  ground?: string;
  meetingAt?: Millis;
  meeting?: MeetingInput;
  redo?: boolean;
  exemptionApproved?: boolean;
}

/** The codes of a recorded meeting (集体讨论): who was there, who was not, how each voted; opinions stay in the database. */
export interface MeetingInput {
  present: PersonId[];
  absent: PersonId[];
  recused: PersonId[];
  votes: { person: PersonId; opinionGiven: boolean; vote: 'agree' | 'disagree' | 'abstain' | null }[];
  result: 'issuing' | 'investigating' | 'terminated' | 'postponed' | null;
  materialChange: boolean;
}

export interface Command {
  /** SHA-256 of user, case, action and idempotency key. */
  id: string;
  action: Action | ForbiddenAct;
  actor: PersonId | 'system';
  input: CommandInput;
  /** SHA-256 (RFC 8785) of the words that came with it. */
  wordsHash: string;
  facts: Facts;
  /** The last event of the case that the sender saw in the database. */
  knownSeq: number;
  /** Profile rehearsal only: the moment that the request carries. */
  at?: Millis;
}

/** A deadline to be reckoned by record() with the pack and the calendar in force. */
export interface Arm {
  name: ClockName;
  limit: LimitKey;
  startedAt: Millis;
  override?: { value: number; unit: 'wd' | 'd' };
  /** The working days left between these two moments, at least `atLeast`, instead of the limit. */
  left?: { from: Millis; dueAt: Millis; atLeast: number };
  /** The last day itself, instead of a limit. */
  until?: string;
}

/** What decide() wants written. record() adds the sequence number, the reckoned clocks and the hashes. */
export interface Decided {
  type: Action | SystemEvent;
  actor: PersonId | 'system';
  at: Millis;
  commandId: string;
  factsVersion: number;
  input: CommandInput;
  wordsHash: string;
  stage: Stage;
  holder: PersonId[];
  round: number;
  took: { person: PersonId; as: DutyGroup }[];
  arms: Arm[];
  stops: ClockName[];
  /** Clocks that stand still from now; `stage` is that of the stage being left. */
  pauses: ClockName[];
  /** Clocks that run again from now; `stage` is that of the stage gone back to. */
  resumes: ClockName[];
  extends: { name: ClockName; limit: LimitKey }[];
  /** Running clocks that are reckoned anew on this version of the calendar. */
  recalculates?: { clocks: ClockName[]; version: number };
  frame: 'push' | 'pop' | 'clear' | 'keep';
  pass: 'given' | 'voided' | 'offRecord' | 'unchanged';
  handlers?: PersonId[];
  reviewer?: PersonId | null;
  /** The rung of the ladder that a deadline (id of its clock) reached. */
  rung?: { clock: string; name: Rung };
  /** Whom the event is told beside those who now hold the task. */
  told?: PersonId[];
  /** Who stands in for whom from now on, where that changes: the whole list. */
  standIns?: StandIn[];
  /** Holders who cannot do the task and have nobody standing in; their heads are told. */
  absent?: Absent[];
  /** Who is asked to reply to the supervision order that the event opens or sends back. */
  asked?: PersonId[];
  /** Milliseconds by which the clock recorded this after it fell due, because the system was away. */
  lateBy?: Millis;
}

export interface CaseEvent extends Decided {
  caseId: string;
  seq: number;
  armed: Clock[];
  contentHash: string | null;
  reviewedHash: string | null;
}
