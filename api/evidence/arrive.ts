import { examine } from '../../evidence/examine.ts';
import { hashOfFile, keepFile } from '../../evidence/keep.ts';
import type { Upload, Uploads } from '../../evidence/uploads.ts';
import { inAgency, type Database } from '../../prisma/client.ts';
import { findEvidenceFile, insertEvidenceFile, type EvidenceFile } from '../../prisma/evidence-files.ts';
import { problem } from '../problem.ts';

interface Arriving {
  database: Database;
  folder: string;
  uploads: Uploads;
}

interface Whose {
  id: string;
  agency: string;
  /** Epoch milliseconds. */
  now: number;
}

/**
 * Makes an upload to which the last byte came a file that is kept, or refuses it and leaves nothing of it. Asked again, it
 * answers the same file; two that ask at once wait for one arrival.
 */
export function createArrival({ database, folder, uploads }: Arriving) {
  const running = new Map<string, Promise<EvidenceFile>>();

  return function arrive(upload: Upload, whose: Whose): Promise<EvidenceFile> {
    const first = running.get(whose.id);
    if (first) return first;
    const arrival = keep(upload, whose).finally(() => running.delete(whose.id));
    running.set(whose.id, arrival);
    return arrival;
  };

  async function keep(upload: Upload, { id, agency, now }: Whose): Promise<EvidenceFile> {
    const there = await inAgency(database, agency, (transaction) => findEvidenceFile(transaction, id));
    if (there) return there;
    const examined = await examine(upload.path, upload.name);
    if ('refused' in examined) {
      await uploads.remove(id);
      const { refused, ...details } = examined;
      throw problem(refused, { name: upload.name, ...details });
    }
    const { name, size, uploader: uploadedBy, caseId } = upload;
    const sha256 = await hashOfFile(upload.path);
    const arrivedAt = new Date(now);
    const file = { id, agencyId: agency, caseId, uploadedBy, name, size, ...examined, sha256, arrivedAt };
    await inAgency(database, agency, async (transaction) => {
      await insertEvidenceFile(transaction, file);
      // The last before the commit: a row is never without its file, and without a database the upload stays.
      await keepFile(folder, upload.path, sha256);
    });
    await uploads.remove(id);
    return file;
  }
}
