import type { CaseEvent } from '../domain/command.ts';
import type { CaseState } from '../domain/state.ts';

/** Rows as to_jsonb gives them: moments and days are texts. */
export interface EventRow {
  case_id: string;
  seq: number;
  agency_id: string;
  type: string;
  actor: string;
  at: string;
  command_id: string;
  data: CaseEvent;
  words: Record<string, unknown>;
}

export interface FileRow {
  id: string;
  agency_id: string;
  party_name: string;
  title: string;
  stage: string;
  open: boolean;
  state: CaseState;
  [column: string]: unknown;
}

export interface FilingRow {
  id: string;
  agency_id: string;
  filing: { title?: string; party?: { name?: string } };
}

export interface SearchRow {
  case_id: string;
  agency_id: string;
  [column: string]: string;
}

export interface ReviewRow {
  case_id: string;
  seq: number;
  agency_id: string;
  content_hash: string;
  reviewer: string;
  signed_by: string;
  verdict: string;
  state: string;
}

export interface DecisionRow {
  case_id: string;
  seq: number;
  agency_id: string;
  procedure: string;
  document_no: string;
  content_hash: string | null;
  review_seq: number | null;
}

export interface OrderRow {
  id: string;
  agency_id: string;
  [column: string]: unknown;
}

export interface DueRow {
  id: string;
  case_id: string;
  agency_id: string;
  ended_seq: number | null;
  status: string;
  [column: string]: unknown;
}

export interface NotificationRow {
  case_id: string;
  seq: number;
  person_id: string;
  agency_id: string;
  [column: string]: unknown;
}

export interface VisitRow {
  case_id: string;
  seq: number;
  agency_id: string;
  [column: string]: unknown;
}

export interface PublicationRow {
  case_id: string;
  decision_seq: number;
  agency_id: string;
  status: string;
  title: string;
  party_name: string;
  facts: string;
  prepared_by: string;
  approved_by: string | null;
  fields: Record<string, string | number | null>;
}

export interface IntakeRow {
  id: string;
  agency_id: string;
  person_id: string;
  case_id: string;
  action: string;
  key: string;
  body_hash: string;
  words: Record<string, unknown>;
  status: string;
  code: string | null;
  answer: unknown;
}

export interface LeafRow {
  agency_id: string;
  /** A BIGINT, exact below 2^53. */
  seq: number;
  kind: string;
  case_id: string | null;
  ref: string;
  payload: string;
  hash: string;
  previous: string;
}

export interface EvidenceFileRow {
  id: string;
  agency_id: string;
  case_id: string | null;
  uploaded_by: string;
  name: string;
  size: number;
  media_type: string;
  sha256: string;
}

/** The files that one record names, as its words have them. */
export interface NamedFiles {
  case_id: string;
  seq: number;
  agency_id: string;
  files: { id: string; name: string; size: number; mediaType: string; sha256: string; uploadedBy: string }[];
}
