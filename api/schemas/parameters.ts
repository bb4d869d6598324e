import { z } from 'zod';

const limit = z.object({ value: z.int(), unit: z.enum(['wd', 'd']) });
const rule = z.object({ halfWay: z.boolean(), oneDayBefore: z.int(), plus2: z.int(), plus5: z.int() });

/** The parameter packs of an agency, and what counts where they are silent. */
export const parametersAnswer = z.object({
  /** What counts where a pack is silent (process.md). */
  defaults: z.object({ limits: z.record(z.string(), limit), ladder: rule }),
  /** The earliest first; the one in force is the last one begun. */
  packs: z.array(
    z.object({
      effectiveFrom: z.iso.date(),
      inForce: z.boolean(),
      limits: z.record(z.string(), limit),
      relaxations: z.record(z.string(), z.unknown()),
      ladder: z.record(z.string(), rule.partial()),
    }),
  ),
});
export type ParametersAnswer = z.infer<typeof parametersAnswer>;
