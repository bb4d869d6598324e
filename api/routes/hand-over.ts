import { Router } from 'express';
import { z } from 'zod';
import { inAgency } from '../../prisma/client.ts';
import { demandOwnCases, handOverPage, handOverPeople } from '../hand-over-page.ts';
import { describe } from '../openapi.ts';
import { problem } from '../problem.ts';
import { momentOf } from '../request-clock.ts';
import { handOverAnswer, handOverPeopleAnswer, handOverQuery } from '../schemas/hand-over.ts';
import { personId } from '../schemas/values.ts';
import { signedIn } from '../session.ts';
import type { CaseDeps } from '../take-command.ts';

const tag = '案件';
const alsoProblems = [403];
// prettier-ignore
describe({ method: 'get', path: '/api/v1/hand-over', summary: '批量转办：谁有在办任务 Whose tasks there are to hand over', tag, answers: { 200: handOverPeopleAnswer }, alsoProblems });
// prettier-ignore
describe({ method: 'get', path: '/api/v1/hand-over/{id}', summary: '批量转办预演：每件能否交给各位同事，为什么 Which colleague may take each open task of a person, and why not', tag, params: z.object({ id: personId }), query: handOverQuery, answers: { 200: handOverAnswer }, alsoProblems });

/** The dry run of handing over a person's tasks; each is then handed over by the case's own reassign or delegate. */
export function handOverRoutes({ config, database }: Pick<CaseDeps, 'config' | 'database'>): Router {
  const router = Router();

  router.get('/api/v1/hand-over', async (request, response) => {
    const reader = signedIn(request);
    demandOwnCases(reader);
    const now = momentOf(request, config);
    response.json(await inAgency(database, reader.agency, (transaction) => handOverPeople(transaction, reader, now)));
  });

  router.get('/api/v1/hand-over/:id', async (request, response) => {
    const reader = signedIn(request);
    demandOwnCases(reader);
    const id = personId.safeParse(request.params['id']);
    if (!id.success) throw problem('person.unknown');
    const { until } = handOverQuery.parse(request.query);
    const asked = { from: id.data, until, reader, now: momentOf(request, config) };
    response.json(await inAgency(database, reader.agency, (transaction) => handOverPage(transaction, asked)));
  });

  return router;
}
