import { z } from 'zod';
import { moment } from './case-list.ts';

const robotKey = z.string().regex(/^[\w-]{8,100}$/);

export const contactChange = z.strictObject({ email: z.email().max(254).nullable() });
export const contactAnswer = z.object({ person: z.string(), mail: z.boolean() });

export const robotChange = z.strictObject({
  section: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .nullable()
    .default(null),
  channel: z.enum(['wecom']).default('wecom'),
  /** The key in the robot's address, behind `key=`. */
  key: robotKey.nullable(),
});
export const robotAnswer = z.object({
  agency: z.string(),
  section: z.string().nullable(),
  channel: z.enum(['wecom']),
  robot: z.boolean(),
});

export const deliveryQuery = z.strictObject({
  status: z.enum(['waiting', 'sending', 'delivered', 'givenUp']).optional(),
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const deliveryAnswer = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      channel: z.string(),
      /** A person's id, or agency/section of a robot. */
      target: z.string(),
      status: z.enum(['waiting', 'sending', 'delivered', 'givenUp']),
      attempts: z.int(),
      reason: z.string().nullable(),
      createdAt: moment,
      nextAt: moment.nullable(),
      settledAt: moment.nullable(),
    }),
  ),
  next: z.string().nullable(),
});

export const settingsBody = z.strictObject({ mail: z.boolean() });
export const settingsAnswer = z.object({ mail: z.boolean(), email: z.string().nullable() });
