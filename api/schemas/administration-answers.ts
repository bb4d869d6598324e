import { z } from 'zod';

const change = z.object({
  kind: z.string(),
  id: z.string(),
  /** Absent where a new record does not say it, which then is among the breaks. */
  agency: z.string().optional(),
  what: z.enum(['added', 'changed']),
  fields: z.record(z.string(), z.object({ before: z.unknown(), after: z.unknown() })),
});
const broken = z.object({
  code: z.string(),
  zh: z.string(),
  en: z.string(),
  kind: z.string(),
  id: z.string(),
  details: z.record(z.string(), z.unknown()).optional(),
});

export const importAnswer = z.object({
  dryRun: z.boolean(),
  applied: z.boolean(),
  changes: z.array(change),
  breaks: z.array(broken),
  accounts: z.array(z.object({ username: z.string(), password: z.string() })).optional(),
});
export const roleAnswer = z.object({
  person: z.string(),
  roles: z.array(z.string()),
  /** Cases and duties that are now without the role. */
  leaves: z.array(broken),
});
export const accountAnswer = z.object({ username: z.string(), disabled: z.boolean(), password: z.string().optional() });

export const trailAnswer = z.object({
  items: z.array(
    z.object({
      position: z.string(),
      at: z.string(),
      person: z.string(),
      action: z.string(),
      kind: z.string(),
      id: z.string(),
      what: z.string(),
      before: z.unknown(),
      after: z.unknown(),
    }),
  ),
  next: z.string().nullable(),
});
