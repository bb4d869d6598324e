import type { TestDatabase } from './database.ts';

export interface PublishedRow {
  caseId: string;
  documentNo: string;
  agency?: string;
  title?: string;
  partyName?: string;
  facts?: string;
  fields?: Record<string, unknown>;
  status?: string;
  publishedAt?: string;
  publicUntil?: string | null;
}

/** A summary decision with its publication, put straight into the database. */
export async function insertPublication(db: TestDatabase, row: PublishedRow): Promise<void> {
  const { caseId, documentNo, agency = 'a1' } = row;
  const at = '2026-03-02T09:00:00+08:00';
  await db.asOwner(
    `INSERT INTO case_filing (id, agency_id, procedure, party_kind, filing, filed_at) VALUES ($1, $2, 'summary', 'organisation', '{}', $3)`,
    [caseId, agency, at],
  );
  await db.asOwner(
    `INSERT INTO case_file (id, agency_id, section_id, category, procedure, party_name, title, stage, round, content_version, holder, major,
       overdue_level, last_seq, last_at, state)
     VALUES ($1, $2, 'a1-A', 'penalty', 'summary', '', '', 'fulfilment', 0, 0, '{}', false, 0, 1, $3, '{}')`,
    [caseId, agency, at],
  );
  await db.asOwner(
    `INSERT INTO event (case_id, seq, agency_id, type, actor, at, command_id, facts_version, data, words)
     VALUES ($1, 1, $2, 'issueDecision', 'li', $3, $1, 1, '{}', '{}')`,
    [caseId, agency, at],
  );
  await db.asOwner(
    `INSERT INTO decision (case_id, seq, agency_id, procedure, party_kind, document_no, measures, amount_fen, confiscated_fen, issued_by, at)
     VALUES ($1, 1, $2, 'summary', 'organisation', $3, '{fine}', 200000, 0, 'li', $4)`,
    [caseId, agency, documentNo, at],
  );
  await db.asOwner(
    `INSERT INTO publication (case_id, agency_id, decision_seq, status, kind, title, document_no, party_name, fields, facts, prepared_by,
       approved_by, channel, published_at, public_until)
     VALUES ($1, $2, 1, $3, 'penalty', $4, $5, $6, $7, $8, 'li', 'wang', '门户网站', $9, $10)`,
    [
      caseId,
      agency,
      row.status ?? 'published',
      row.title ?? '未按规定培训案',
      documentNo,
      row.partyName ?? '示例化工有限公司',
      row.fields ?? {},
      row.facts ?? '',
      row.publishedAt ?? at,
      row.publicUntil === undefined ? '2099-12-31' : row.publicUntil,
    ],
  );
}
