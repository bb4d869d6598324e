import { Router, type Request } from 'express';
import { z } from 'zod';
import { shanghai } from '../../domain/calendar.ts';
import { sha256Of } from '../../prisma/canonical.ts';
import { inAgency } from '../../prisma/client.ts';
import { takeAdminCommand, type AdminDeps } from '../admin/admin-command.ts';
import { actingAs, demandRole } from '../admin/authority.ts';
import { changeContact, changeRobot } from '../admin/notice-addresses.ts';
import { idempotencyKey } from '../idempotency-key.ts';
import { describe } from '../openapi.ts';
import { problem } from '../problem.ts';
import * as schemas from '../schemas/notice-addresses.ts';
import { personId } from '../schemas/values.ts';
import { momentOf } from '../request-clock.ts';
import { signedIn } from '../session.ts';

const settings = '/api/v1/notifications/settings';
const tag = '通知';
// prettier-ignore
describe({ method: 'post', path: '/api/v1/admin/people/{id}/contact', summary: '设置人员的通知邮箱 Set where a person’s notices go by mail', tag: '管理', params: z.object({ id: personId }), body: schemas.contactChange, answers: { 200: schemas.contactAnswer } });
// prettier-ignore
describe({ method: 'post', path: '/api/v1/admin/robots', summary: '设置机关或者科室的群机器人 Set the group robot of the agency or a section', tag: '管理', body: schemas.robotChange, answers: { 200: schemas.robotAnswer }, alsoProblems: [404] });
// prettier-ignore
describe({ method: 'get', path: '/api/v1/admin/deliveries', summary: '外发通知及其失败原因 What was sent, and why it was not taken', tag: '管理', query: schemas.deliveryQuery, answers: { 200: schemas.deliveryAnswer }, alsoProblems: [403] });
// prettier-ignore
describe({ method: 'get', path: settings, summary: '我的邮件通知 Whether my notices come by mail', tag, answers: { 200: schemas.settingsAnswer } });
// prettier-ignore
describe({ method: 'post', path: settings, summary: '开启、关闭我的邮件通知 Switch my notices by mail on or off', tag, body: schemas.settingsBody, idempotent: false, answers: { 200: schemas.settingsAnswer } });

/** Where notices go outside: addresses are the administrators', the switch is one's own. */
export function noticeAddressRoutes(deps: AdminDeps): Router {
  const { config, database } = deps;
  const router = Router();

  router.post('/api/v1/admin/people/:id/contact', async (request, response) => {
    const { email } = schemas.contactChange.parse(request.body ?? {});
    const id = personId.safeParse(request.params.id);
    if (!id.success) throw problem('person.unknown');
    const kept = { person: id.data, email: digest(email) };
    response.json(
      await command(request, 'contact', kept, (acting, taken) =>
        changeContact(acting, { person: id.data, email }, taken),
      ),
    );
  });

  router.post('/api/v1/admin/robots', async (request, response) => {
    const change = schemas.robotChange.parse(request.body ?? {});
    const kept = { ...change, key: digest(change.key) };
    response.json(await command(request, 'robot', kept, (acting, taken) => changeRobot(acting, change, taken)));
  });

  router.get('/api/v1/admin/deliveries', async (request, response) => {
    const actor = signedIn(request);
    demandRole(actingAs(actor, config), 'systemAdmin');
    const { status, before, limit } = schemas.deliveryQuery.parse(request.query);
    const rows = await inAgency(database, actor.agency, (transaction) =>
      transaction.delivery.findMany({
        where: { agencyId: actor.agency, ...(status && { status }), ...(before && { id: { lt: BigInt(before) } }) },
        orderBy: { id: 'desc' },
        take: limit + 1,
      }),
    );
    const moment = (date: Date | null) => date && shanghai(date.getTime());
    const items = rows.slice(0, limit).map(({ id, channel, target, attempts, reason, ...row }) => ({
      ...{ id: String(id), channel, target, attempts, reason, status: row.status },
      ...{ createdAt: moment(row.createdAt), nextAt: moment(row.nextAt), settledAt: moment(row.settledAt) },
    }));
    response.json({ items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null });
  });

  router.get(settings, async (request, response) => {
    response.json(await settingsOf(request));
  });

  router.post(settings, async (request, response) => {
    const { personId: id, agency } = signedIn(request);
    const { mail } = schemas.settingsBody.parse(request.body ?? {});
    await inAgency(database, agency, async (transaction) => {
      const where = { personId: id };
      await transaction.noticeSwitch.upsert({ where, create: { ...where, agencyId: agency, mail }, update: { mail } });
    });
    response.json(await settingsOf(request));
  });

  return router;

  async function settingsOf(request: Request): Promise<z.infer<typeof schemas.settingsAnswer>> {
    const { personId: id, agency } = signedIn(request);
    return inAgency(database, agency, async (transaction) => {
      const contact = await transaction.noticeContact.findUnique({ where: { personId: id } });
      const own = await transaction.noticeSwitch.findUnique({ where: { personId: id } });
      return { mail: own?.mail ?? true, email: contact?.email ?? null };
    });
  }

  function command(
    request: Request,
    action: string,
    body: Record<string, unknown>,
    work: (
      acting: Parameters<typeof changeContact>[0],
      taken: Parameters<typeof changeContact>[2],
    ) => Promise<Record<string, unknown>>,
  ) {
    const actor = signedIn(request);
    const at = new Date(momentOf(request, config));
    const taken = { actor, action, key: idempotencyKey(request), body, at };
    return takeAdminCommand(deps, taken, (transaction, given) =>
      work({ transaction, ...actingAs(actor, config) }, given),
    );
  }
}

/** Kept with the command in place of an address or a key. */
function digest(secret: string | null): string | null {
  return secret === null ? null : sha256Of(secret);
}
