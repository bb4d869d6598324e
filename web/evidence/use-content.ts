import { useQuery } from '@tanstack/react-query';
import type { EvidenceFile } from '../../api/schemas/evidence-files.ts';
import { getBlob } from '../http.ts';
import { addressOf } from './file-address.ts';

/** What a file says, made of its bytes; files never change. */
export function useContent<Content>(file: EvidenceFile, how: string, read: (bytes: Blob) => Promise<Content>) {
  return useQuery({
    queryKey: ['evidence-file', file.id, how],
    queryFn: async ({ signal }) => read(await getBlob(addressOf(file), signal)),
    staleTime: Infinity,
    // What was made of it (pictures) goes with who showed it.
    gcTime: 0,
    retry: false,
  });
}
