import type { EvidenceFile } from '../../api/schemas/evidence-files.ts';

export const filesAddress = '/api/v1/evidence-files';

/** Where the bytes of a file are. */
export function addressOf({ id }: Pick<EvidenceFile, 'id'>): string {
  return `${filesAddress}/${id}`;
}
