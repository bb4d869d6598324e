import { Router } from 'express';
import { z } from 'zod';
import { dayOf } from '../../domain/calendar.ts';
import { defaultLadder } from '../../domain/ladder.ts';
import { otherLimits, stages, type Limit } from '../../domain/process.ts';
import { inAgency } from '../../prisma/client.ts';
import { packsOf } from '../../prisma/deadlines.ts';
import { describe } from '../openapi.ts';
import { momentOf } from '../request-clock.ts';
import { signedIn } from '../session.ts';
import type { CaseDeps } from '../take-command.ts';

const path = '/api/v1/parameters';
const limit = z.object({ value: z.int(), unit: z.enum(['wd', 'd']) });
const rule = z.object({ halfWay: z.boolean(), oneDayBefore: z.int(), plus2: z.int(), plus5: z.int() });

const parametersAnswer = z.object({
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

describe({
  method: 'get',
  path,
  summary: '本机关的参数包 The parameter packs of my agency: limits, ladder, relaxations',
  tag: '管理',
  answers: { 200: parametersAnswer },
});

/** Limits, ladder and relaxations of the reader's agency, by the day they begin. */
export function parameterRoutes({ config, database }: Pick<CaseDeps, 'config' | 'database'>): Router {
  const router = Router();
  router.get(path, async (request, response) => {
    const { agency } = signedIn(request);
    const today = dayOf(momentOf(request, config));
    const packs = await inAgency(database, agency, (transaction) => packsOf(transaction, agency));
    const inForce = packs.findLast(({ from }) => from <= today);
    response.json({
      defaults: { limits: defaultLimits(), ladder: defaultLadder },
      packs: packs.map(({ from, ...pack }) => ({ effectiveFrom: from, inForce: from === inForce?.from, ...pack })),
    });
  });
  return router;
}

function defaultLimits(): Record<string, Limit> {
  const ofStages = Object.entries(stages).flatMap(([stage, { limit: own }]) => (own ? [[stage, own] as const] : []));
  return { ...Object.fromEntries(ofStages), ...otherLimits };
}
