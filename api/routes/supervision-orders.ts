import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { actions } from '../../domain/process.ts';
import { inAgency } from '../../prisma/client.ts';
import { findOrder, titlesOf } from '../../prisma/order-queries.ts';
import { idGivenBy } from '../given-id.ts';
import { idempotencyKey } from '../idempotency-key.ts';
import { ordersPageOf, scopeOf } from '../listed-order.ts';
import { orderColumns } from '../orders-csv.ts';
import { rowsAtOnce, sendCsv } from '../oversight/csv.ts';
import { describe } from '../openapi.ts';
import { orderPageOf } from '../order-page.ts';
import { problem, problemOf } from '../problem.ts';
import { givenIn } from '../schemas/inputs.ts';
import { openOrder, orderActs, orderId, orderPage, ordersPage, ordersQuery, pendingOrder, type OrderAct } from '../schemas/supervision-orders.ts'; // prettier-ignore
import { momentOf, requestClock } from '../request-clock.ts';
import { signedIn, type SignedIn } from '../session.ts';
import type { CaseDeps } from '../take-command.ts';
import { takeOrderCommand, type OrderTaken } from '../take-order-command.ts';

const path = '/api/v1/supervision-orders';
const tag = '督办';
const paging = { cursor: true, limit: true } as const;
const params = z.object({ id: z.string() });

describe({
  method: 'get',
  path,
  summary: '督办列表：对案件的和对机关的 Supervision orders on cases and on agencies; the first reply due first',
  tag,
  query: ordersQuery,
  answers: { 200: ordersPage },
  alsoProblems: [403],
});
describe({
  method: 'get',
  path: `${path}.csv`,
  summary: '督办列表（CSV） Supervision orders as a table',
  tag,
  query: ordersQuery.omit(paging),
  answers: { 200: z.string() },
  csv: true,
  alsoProblems: [403],
});
describe({
  method: 'post',
  path,
  summary: '对机关督办 Open an order on an agency as a whole',
  tag,
  body: openOrder,
  answers: { 201: orderPage, 202: pendingOrder },
  alsoProblems: [404],
});
describe({
  method: 'get',
  path: `${path}/{id}`,
  summary: '一项督办及其经过 One order with its history',
  tag,
  params,
  answers: { 200: orderPage },
  alsoProblems: [403],
});
for (const action of Object.keys(orderActs) as OrderAct[]) {
  describe({
    method: 'post',
    path: `${path}/{id}/actions/${action}`,
    summary: `${actions[action].zh} ${actions[action].en}`,
    tag,
    params,
    body: orderActs[action],
    answers: { 200: orderPage, 202: pendingOrder },
  });
}

/** Supervision orders (督办): those on an agency as a whole are opened and acted on here, those on a case in their case. */
export function supervisionOrderRoutes(deps: CaseDeps): Router {
  const { config, database, orders } = deps;
  const router = Router();

  router.get(path, async (request, response) => {
    const asked = ordersQuery.parse(request.query);
    response.json(await listed(request, asked));
  });

  router.get(`${path}.csv`, async (request, response) => {
    const asked = ordersQuery.omit(paging).parse(request.query);
    await sendCsv(response, 'supervision-orders', orderColumns, (cursor) => listed(request, { ...asked, cursor, limit: rowsAtOnce })); // prettier-ignore
  });

  router.post(path, async (request, response) => {
    const { personId: actor, agency: own } = signedIn(request);
    const key = idempotencyKey(request);
    const body = openOrder.parse(request.body ?? {});
    const { agency, cases = [] } = body;
    await inAgency(database, own, async (transaction) => {
      if (!(await transaction.agency.findUnique({ where: { id: agency } }))) throw problem('agency.unknown');
      const found = await titlesOf(transaction, cases, agency);
      const issues = cases.flatMap((id, n) => (found.some((one) => one.id === id) ? [] : [notItsCase(n)]));
      if (issues.length > 0) throw problem('input.invalid', { issues });
    });
    const id = idGivenBy('openSupervision', actor, key);
    response.location(`${path}/${id}`);
    await carryOut(request, response, 201, { orderId: id, agency, action: 'openSupervision', key, body, cases });
  });

  router.get(`${path}/:id`, async (request, response) => {
    const reader = signedIn(request);
    const id = knownOrder(request);
    const at = requestClock(request, config);
    if (at !== undefined) {
      const known = await inAgency(database, reader.agency, (transaction) => orderPageOf(transaction, reader, id, at));
      if (at < Date.parse(known.lastAt)) throw problemOf({ code: 'clock.backwards' });
      if (known.on === 'agency') await orders.advance(id, at);
    }
    response.json(await pageOf(reader, id, momentOf(request, config)));
  });

  router.post(`${path}/:id/actions/:action`, async (request, response) => {
    const reader = signedIn(request);
    const key = idempotencyKey(request);
    const id = knownOrder(request);
    const action = request.params.action as OrderAct;
    const schema = Object.hasOwn(orderActs, action) ? orderActs[action] : null;
    if (!schema) throw problem('action.unknown', { actions: Object.keys(orderActs) });
    const body = schema.parse(request.body ?? {});
    const row = await inAgency(database, reader.agency, async (transaction) => {
      const scope = await scopeOf(transaction, reader);
      const found = await findOrder(transaction, id);
      return found && scope.some((agency) => agency.id === found.agencyId) ? found : null;
    });
    if (!row) throw problem('order.unknown');
    if (row.caseId) throw problem('order.ofCase', { caseId: row.caseId });
    await carryOut(request, response, 200, { orderId: id, agency: row.agencyId, action, key, body, cases: [] });
  });

  return router;

  function listed(request: Request, asked: z.output<typeof ordersQuery>) {
    const { cursor, limit, agency, region, overdue, case: caseId, ...filters } = asked;
    const late = overdue === undefined ? undefined : overdue === 'true';
    const reader = signedIn(request);
    const page = { within: { agency, region }, cursor, limit, now: momentOf(request, config) };
    return ordersPageOf(database, { reader, ...page, filters: { ...filters, caseId, overdue: late } });
  }

  async function pageOf(reader: SignedIn, id: string, now: number) {
    return inAgency(database, reader.agency, (transaction) => orderPageOf(transaction, reader, id, now));
  }

  async function carryOut(
    request: Request,
    response: Response,
    status: number,
    taken: Omit<OrderTaken, 'actor' | 'at' | 'given'>,
  ): Promise<void> {
    const reader = signedIn(request);
    const at = requestClock(request, config);
    const result = await takeOrderCommand(deps, { ...taken, actor: reader.personId, given: givenIn(taken.body), at });
    if (result.kind === 'refused') throw problemOf(result.refusal);
    if (result.kind === 'pending') response.status(202).json({ commandId: result.commandId, id: taken.orderId });
    else response.status(status).json(await pageOf(reader, taken.orderId, momentOf(request, config)));
  }
}

/** @throws Problem 404 order.unknown when the path holds no id of an order */
function knownOrder(request: Request): string {
  const id = orderId.safeParse(request.params['id']);
  if (!id.success) throw problem('order.unknown');
  return id.data;
}

function notItsCase(n: number) {
  const message = '该机关没有这一案件；请核对编号';
  return { path: `cases.${n}`, message, messageEn: 'the agency has no such case; check the id' };
}
