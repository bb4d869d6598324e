import { Router } from 'express';
import { dayOf } from '../../domain/calendar.ts';
import { defaultLadder } from '../../domain/ladder.ts';
import { otherLimits, stages, type Limit } from '../../domain/process.ts';
import { inAgency } from '../../prisma/client.ts';
import { packsOf } from '../../prisma/deadlines.ts';
import { describe } from '../openapi.ts';
import { parametersAnswer } from '../schemas/parameters.ts';
import { momentOf } from '../request-clock.ts';
import { signedIn } from '../session.ts';
import type { CaseDeps } from '../take-command.ts';

const path = '/api/v1/parameters';
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
