import { z } from 'zod';
import { lineText } from '../plain-text.ts';

const words = lineText(100).transform((text) => text.trim() || undefined);

export const publicQuery = z.strictObject({
  documentNo: words.optional(),
  party: words.optional(),
  agency: words.optional(),
  cursor: z.string().max(300).optional(),
});
export type PublicQuery = z.infer<typeof publicQuery>;

export const publicAnswer = z.object({
  items: z.array(
    z.object({
      documentNo: z.string(),
      title: z.string(),
      kind: z.string(),
      agency: z.string(),
      agencyName: z.string(),
      partyName: z.string(),
      fields: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
      facts: z.string(),
      publishedAt: z.iso.datetime({ offset: true }),
      publicUntil: z.iso.date().nullable(),
      corrections: z.array(z.object({ what: z.string(), reason: z.string(), at: z.iso.datetime({ offset: true }) })),
      withdrawn: z.object({ at: z.iso.datetime({ offset: true }), reason: z.string() }).nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
});
export type PublicAnswer = z.infer<typeof publicAnswer>;
