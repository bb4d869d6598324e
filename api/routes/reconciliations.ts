import { Router } from 'express';
import { z } from 'zod';
import { initialAdministrator } from '../../domain/administration/administrators.ts';
import { shanghai } from '../../domain/calendar.ts';
import { inAgency } from '../../prisma/client.ts';
import { differences, readRuns, type DifferenceKind } from '../../prisma/reconciliations.ts';
import { demandRole } from '../admin/authority.ts';
import { describe } from '../openapi.ts';
import { moment } from '../schemas/case-list.ts';
import { signedIn } from '../session.ts';
import type { CaseDeps } from '../take-command.ts';

const path = '/api/v1/admin/reconciliations';
const text = z.string();
const kind = z.enum(['watchdog', 'reconciler']);

const runsQuery = z.strictObject({
  kind: kind.optional(),
  before: moment.optional().describe('早于 Begun before'),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

const runsAnswer = z.object({
  items: z.array(
    z.object({
      id: text,
      kind,
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

describe({
  method: 'get',
  path,
  summary: '流程核对记录 What watchdog and reconciler found and repaired, the latest first',
  tag: '管理',
  query: runsQuery,
  answers: { 200: runsAnswer },
  alsoProblems: [403],
});

/** Each look at what Temporal runs beside the record: for the system administrators. */
export function reconciliationRoutes({ config, database }: Pick<CaseDeps, 'config' | 'database'>): Router {
  const router = Router();
  router.get(path, async (request, response) => {
    const actor = signedIn(request);
    demandRole(
      { actor, initial: config.profile === 'rehearsal' && actor.personId === initialAdministrator },
      'systemAdmin',
    );
    const { before, ...asked } = runsQuery.parse(request.query);
    const page = { kind: asked.kind, limit: asked.limit, before: before === undefined ? undefined : new Date(before) };
    const { runs, next } = await inAgency(database, actor.agency, (transaction) => readRuns(transaction, page));
    const items = runs.map(({ id, startedAt, endedAt, looked, found, repaired, ...run }) => ({
      ...{ id, kind: kind.parse(run.kind), looked, found, repaired },
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
