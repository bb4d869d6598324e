import { z } from 'zod';
import { differences, type DifferenceKind } from '../../prisma/reconciliations.ts';
import { moment } from './case-list.ts';

const text = z.string();
export const runKind = z.enum(['watchdog', 'reconciler']);

export const runsQuery = z.strictObject({
  kind: runKind.optional(),
  before: moment.optional().describe('早于 Begun before'),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

export const runsAnswer = z.object({
  items: z.array(
    z.object({
      id: text,
      kind: runKind,
      startedAt: moment,
      endedAt: moment.nullable().describe('未结束为空 Null while it runs, or where it was cut off'),
      looked: z.int(),
      found: z.int(),
      repaired: z.int(),
      /** Those in cases of the reader's agency. */
      differences: z.array(
        z.object({
          caseId: text,
          what: z.enum(Object.keys(differences) as [DifferenceKind, ...DifferenceKind[]]),
          inWords: text,
          inWordsEn: text,
          repaired: z.boolean(),
        }),
      ),
    }),
  ),
  next: moment.nullable(),
});
export type RunsAnswer = z.infer<typeof runsAnswer>;
