import { join } from 'node:path';

/** Where evidence files lie unless SANXIANG_EVIDENCE says otherwise: below the data folder, which no web server gives out. */
export function evidenceFolder(dataDir: string): string {
  return join(dataDir, 'evidence');
}

/** Where uploads grow until they are whole. On the same file system as what is kept, so that a file is moved in one step. */
export function uploadsIn(folder: string): string {
  return join(folder, 'uploads');
}

/** Where a file with this SHA-256 is kept; the same bytes are kept once. */
export function keptAt(folder: string, sha256: string): string {
  return join(folder, 'files', sha256.slice(0, 2), sha256);
}
