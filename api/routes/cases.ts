import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { CommandInput } from '../../domain/command.ts';
import { actions, forbiddenActs } from '../../domain/process.ts';
import { inAgency } from '../../prisma/client.ts';
import { projectionOf } from '../case-view.ts';
import '../described-cases.ts';
import { withNamedFiles } from '../evidence/named-files.ts';
import { hearingThresholdOf } from '../../prisma/hearing-threshold.ts';
import { caseIdOf, filingOf } from '../filing.ts';
import { idempotencyKey } from '../idempotency-key.ts';
import { problem, problemOf } from '../problem.ts';
import { knownId } from '../readable-case.ts';
import { filing } from '../schemas/filing.ts';
import { givenIn, inputRuleOf } from '../schemas/inputs.ts';
import { requestClock } from '../request-clock.ts';
import { signedIn } from '../session.ts';
import { takeCommand, type Answered, type CaseDeps, type Taken } from '../take-command.ts';

const commandId = z.string().regex(/^[0-9a-f]{64}$/);

/** Filing and acting on cases, and what became of a command. */
export function caseRoutes(deps: CaseDeps): Router {
  const { config, database, pool } = deps;
  const router = Router();

  router.post('/api/v1/cases', async (request, response) => {
    const actor = signedIn(request);
    const key = idempotencyKey(request);
    const body = filing.parse(request.body);
    const id = caseIdOf(actor.personId, key);
    const coded = filingOf(id, actor.agency, body, await hearingThresholdOf(pool, actor.agency));
    const input = { filing: coded, handlers: body.handlers, documentNo: body.documentNo ?? undefined };
    const taken = {
      caseId: id,
      agency: actor.agency,
      section: body.section,
      action: 'register' as const,
      key,
      body,
      input,
    };
    await answer(response.location(`/api/v1/cases/${id}`), 201, request, taken);
  });

  router.post('/api/v1/cases/:id/actions/:action', async (request, response) => {
    const { agency } = signedIn(request);
    const key = idempotencyKey(request);
    const id = knownId(request);
    const action = request.params.action as Taken['action'];
    const rule = inputRuleOf(action);
    if (!rule) throw problem('action.unknown', { actions: [...Object.keys(actions), ...forbiddenActs] });
    const given = rule.schema.parse(request.body ?? {}) as Record<string, unknown>;
    const body = (await withNamedFiles(database, { agency, caseId: id, body: given })) as never;
    const input = { given: givenIn(body), ...rule.codes(body) };
    await answer(response, 200, request, { caseId: id, action, key, body, input });
  });

  router.get('/api/v1/commands/:id', async (request, response) => {
    const actor = signedIn(request);
    const id = commandId.safeParse(request.params.id).data;
    if (!id) throw problem('route.unknown');
    const row = await inAgency(database, actor.agency, (transaction) =>
      transaction.commandIntake.findFirst({ where: { id, personId: actor.personId } }),
    );
    if (!row) throw problem('route.unknown');
    response.json({
      commandId: row.id,
      caseId: row.caseId,
      action: row.action,
      status: row.status,
      answer: row.answer,
    });
  });

  return router;

  async function answer(
    response: Response,
    status: number,
    request: Request,
    taken: Omit<Taken, 'actor' | 'at' | 'input'> & { input: Omit<CommandInput, 'given'> & { given?: string[] } },
  ): Promise<void> {
    const actor = signedIn(request).personId;
    const given = taken.input.given ?? givenIn(taken.body);
    const at = requestClock(request, config);
    send(
      response,
      status,
      taken.caseId,
      await takeCommand(deps, { ...taken, input: { ...taken.input, given }, actor, at }),
    );
  }
}

function send(response: Response, status: number, caseId: string, result: Answered): void {
  if (result.kind === 'refused') throw problemOf(result.refusal);
  if (result.kind === 'pending') {
    response.status(202).json({ commandId: result.commandId, caseId });
    return;
  }
  const { standing, answer } = result;
  response.status(status).json({ ...(standing ? projectionOf(standing) : {}), ...answer, id: caseId });
}
