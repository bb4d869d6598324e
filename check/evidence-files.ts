import { stat } from 'node:fs/promises';
import type pg from 'pg';
import { keptAt } from '../evidence/folder.ts';
import { hashOfFile } from '../evidence/keep.ts';
import { grouped } from './grouped.ts';
import { invariants, type Findings } from './invariant.ts';
import { pages, rowsOf } from './pages.ts';
import type { EvidenceFileRow, NamedFiles } from './rows.ts';

const { evidenceFiles } = invariants;
type Tell = (where: string, what: string) => void;

/**
 * Each file that arrived is kept with the bytes that it arrived with, and each record names files as they are on record.
 * Without a folder only the records are looked at. Every byte is read: with many files this takes its time.
 */
export async function checkEvidenceFiles(client: pg.Client, folder: string | null, findings: Findings): Promise<void> {
  const tell: Tell = (where, what) => findings.breach(evidenceFiles, where, what);
  const files = 'SELECT to_jsonb(t) AS row FROM evidence_file t ORDER BY sha256, id';
  let last: { sha256: string; fault: string | null } | undefined;
  for await (const page of pages<EvidenceFileRow>(client, 'all_evidence_files', files, 500)) {
    findings.looked(evidenceFiles, page.length);
    for (const row of page) {
      // The same bytes are kept once, and looked at once.
      if (folder && last?.sha256 !== row.sha256) last = { sha256: row.sha256, fault: await fault(folder, row) };
      if (last?.fault) tell(row.case_id ?? row.agency_id, `file ${row.id} ${last.fault}`);
    }
  }
  const records = `SELECT jsonb_build_object('case_id', case_id, 'seq', seq, 'agency_id', agency_id, 'files', words->'files') AS row
    FROM event WHERE type = 'addRecord' AND words ? 'files' ORDER BY case_id, seq`;
  for await (const page of pages<NamedFiles>(client, 'all_named_files', records, 200)) {
    await checkNamed(client, page, tell);
  }
}

async function fault(folder: string, { sha256, size }: EvidenceFileRow): Promise<string | null> {
  const path = keptAt(folder, sha256);
  const found = await stat(path).catch(() => null);
  if (!found) return 'is not where its SHA-256 says';
  if (found.size !== size || (await hashOfFile(path)) !== sha256) return 'has other bytes than it arrived with';
  return null;
}

async function checkNamed(client: pg.Client, page: NamedFiles[], tell: Tell): Promise<void> {
  const ids = page.flatMap(({ files }) => files.map(({ id }) => id));
  const rows = await rowsOf<EvidenceFileRow>(client, 'SELECT to_jsonb(t) AS row FROM evidence_file t WHERE id = ANY ($1)', [ids]); // prettier-ignore
  const known = grouped(rows, ({ id }) => id);
  for (const { case_id, seq, agency_id, files } of page) {
    for (const file of files) {
      const [row] = known.get(file.id) ?? [];
      const differs = row && differences(file, row);
      if (!row) tell(case_id, `event ${seq} names the file ${file.id}, which never arrived`);
      else if (differs) tell(case_id, `event ${seq} names the file ${file.id} with another ${differs}`);
      else if (row.agency_id !== agency_id) tell(case_id, `event ${seq} names the file ${file.id} of ${row.agency_id}`);
      else if (row.case_id !== null && row.case_id !== case_id) {
        tell(case_id, `event ${seq} names the file ${file.id} of the case ${row.case_id}`);
      }
    }
  }
}

function differences(file: NamedFiles['files'][number], row: EvidenceFileRow): string | undefined {
  const onRecord = { sha256: row.sha256, size: row.size, name: row.name, mediaType: row.media_type, uploadedBy: row.uploaded_by }; // prettier-ignore
  return Object.entries(onRecord).find(([key, value]) => file[key as keyof typeof onRecord] !== value)?.[0];
}
