import { z } from 'zod';
import { evidenceFileTypes, type EvidenceMediaType } from '../../domain/evidence-file.ts';
import { moment } from './case-list.ts';

/** How files are numbered: 128 random bits, so that nobody comes upon one. */
export const fileId = z.string().regex(/^[0-9a-f]{32}$/);

/** A file that has arrived, as it is kept with the evidence for ever. */
export const evidenceFile = z.object({
  id: fileId,
  name: z.string(),
  size: z.int(),
  mediaType: z.enum(Object.keys(evidenceFileTypes) as [EvidenceMediaType, ...EvidenceMediaType[]]),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  uploadedBy: z.string(),
  arrivedAt: moment,
});
export type EvidenceFile = z.infer<typeof evidenceFile>;

/** What was put on a case's record with addRecord: evidence, or a record of an act. */
export const evidenceItem = z.object({
  seq: z.int(),
  id: z.string(),
  isEvidence: z.boolean().describe('证据；否则为执法行为的记录 Evidence; otherwise a record of an act'),
  kind: z.string().nullable(),
  name: z.string(),
  description: z.string().nullable(),
  from: z.string().nullable(),
  obtainedAt: z.string().nullable(),
  at: moment,
  actor: z.string(),
  actorName: z.string().nullable(),
  files: z.array(evidenceFile.extend({ uploaderName: z.string().nullable() })),
});
export type EvidenceItem = z.infer<typeof evidenceItem>;
