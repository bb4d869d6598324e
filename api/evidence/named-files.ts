import { inAgency, type Database } from '../../prisma/client.ts';
import { ownEvidenceFiles } from '../../prisma/evidence-files.ts';
import { problem } from '../problem.ts';
import { fileView } from './file-view.ts';

/**
 * The body of a record with what is known of each file in place of its id: so the SHA-256 of every file is among the words
 * whose hash is reviewed. Rows of files never change, so that the same body gives the same words again.
 * @throws Problem 404 evidence.unknown for files that are not there or another agency's, 409 evidence.otherCase
 */
export async function withNamedFiles<Body extends object>(
  database: Database,
  { agency, caseId, body }: { agency: string; caseId: string; body: Body },
): Promise<Body> {
  const { files } = body as { files?: string[] };
  if (!files) return body;
  const rows = await inAgency(database, agency, (transaction) => ownEvidenceFiles(transaction, agency, files));
  const missing = files.filter((id) => !rows.some((row) => row.id === id));
  if (missing.length > 0) throw problem('evidence.unknown', { files: missing });
  const elsewhere = rows.filter((row) => row.caseId !== null && row.caseId !== caseId);
  if (elsewhere.length > 0) throw problem('evidence.otherCase', { files: elsewhere.map(({ id }) => id) });
  return { ...body, files: files.map((id) => fileView(rows.find((row) => row.id === id)!)) };
}
