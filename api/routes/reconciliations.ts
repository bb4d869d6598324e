import { Router } from 'express';
import type { z } from 'zod';
import { shanghai } from '../../domain/calendar.ts';
import { inAgency } from '../../prisma/client.ts';
import { differences, readRuns, type DifferenceKind } from '../../prisma/reconciliations.ts';
import { demandArea } from '../admin/areas.ts';
import { actingAs } from '../admin/authority.ts';
import { describe } from '../openapi.ts';
import { runKind, runsAnswer, runsQuery } from '../schemas/reconciliations.ts';
import { signedIn } from '../session.ts';
import type { CaseDeps } from '../take-command.ts';

const path = '/api/v1/admin/reconciliations';
describe({
  method: 'get',
  path,
  summary: '流程核对记录 What watchdog and reconciler found and repaired, the latest first',
  tag: '管理',
  query: runsQuery,
  answers: { 200: runsAnswer },
  alsoProblems: [403],
});

/** Each look at what Temporal runs beside the record: for the system administrators, and for the audit administrators to read. */
export function reconciliationRoutes({ config, database }: Pick<CaseDeps, 'config' | 'database'>): Router {
  const router = Router();
  router.get(path, async (request, response) => {
    const actor = signedIn(request);
    demandArea(actingAs(actor, config), 'reconciliations');
    const { before, ...asked } = runsQuery.parse(request.query);
    const page = { kind: asked.kind, limit: asked.limit, before: before === undefined ? undefined : new Date(before) };
    const { runs, next } = await inAgency(database, actor.agency, (transaction) => readRuns(transaction, page));
    const items = runs.map(({ id, startedAt, endedAt, looked, found, repaired, ...run }) => ({
      ...{ id, kind: runKind.parse(run.kind), looked, found, repaired },
      startedAt: shanghai(startedAt.getTime()),
      endedAt: endedAt && shanghai(endedAt.getTime()),
      differences: run.differences.map((one) => {
        const what = one.what as DifferenceKind;
        const { zh, en } = differences[what];
        return { caseId: one.caseId, what, inWords: zh, inWordsEn: en, repaired: one.repaired };
      }),
    }));
    response.json({ items, next: next && next.toISOString() } satisfies z.infer<typeof runsAnswer>);
  });
  return router;
}
