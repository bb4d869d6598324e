import { standingProblem } from '../../domain/decide.ts';
import { inAgency, type Database, type Transaction } from '../../prisma/client.ts';
import { casesNaming, findEvidenceFile, type EvidenceFile } from '../../prisma/evidence-files.ts';
import { readStanding } from '../../prisma/case-queries.ts';
import { readFacts } from '../facts.ts';
import { mayReadCase } from '../policy.ts';
import { problem, problemOf } from '../problem.ts';
import { knownCase, readableCase } from '../readable-case.ts';
import type { SignedIn } from '../session.ts';

/**
 * Whoever may put something on the record of a case may upload for it; for a case that is still to be filed, whoever files.
 * @throws Problem with the reason why not
 */
export async function mayUpload(
  database: Database,
  actor: SignedIn,
  caseId: string | null,
  now: number,
): Promise<void> {
  if (caseId === null) {
    if (!actor.roles.includes('handler')) throw problemOf({ code: 'role.missing' });
    return;
  }
  const id = knownCase(caseId);
  await inAgency(database, actor.agency, async (transaction) => {
    const { state, agency } = await readableCase(transaction, actor, id);
    const { filing } = state;
    if (!filing) throw problem('case.unknown');
    const persons = [actor.personId];
    const facts = await readFacts(transaction, { agency, section: filing.section, persons, now });
    const input = { given: [] };
    const command = {
      id: '',
      action: 'addRecord' as const,
      actor: actor.personId,
      input,
      wordsHash: '',
      facts,
      knownSeq: 0,
    };
    const refusal = standingProblem('addRecord', { state, filing, command, now });
    if (refusal) throw problemOf(refusal);
  });
}

/**
 * A file, for whoever may read a case that names it; until one does, for whoever brought it.
 * @throws Problem 404 evidence.unknown
 */
export async function readableFile(transaction: Transaction, reader: SignedIn, id: string): Promise<EvidenceFile> {
  const file = await findEvidenceFile(transaction, id);
  if (!file) throw problem('evidence.unknown');
  const cases = await casesNaming(transaction, id);
  if (cases.length === 0 && file.uploadedBy === reader.personId) return file;
  for (const caseId of cases) {
    const standing = await readStanding(transaction, caseId);
    if (standing && mayReadCase(reader, standing)) return file;
  }
  throw problem('evidence.unknown');
}
