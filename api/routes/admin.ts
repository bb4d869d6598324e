import { Router, type Request } from 'express';
import { z } from 'zod';
import type { PersonRecord } from '../../domain/administration/records.ts';
import { inAgency, type Transaction } from '../../prisma/client.ts';
import { rehearsalPassword } from '../../prisma/password.ts';
import { changeAccount, rehearsalAccounts } from '../admin/accounts.ts';
import { takeAdminCommand, type AdminDeps } from '../admin/admin-command.ts';
import { actingAs, demandInOffice, demandRole, type Acting } from '../admin/authority.ts';
import {
  applyImport,
  demandImporter,
  dryRunOf,
  importAnswerOf,
  inWords,
  planImport,
  type Import,
} from '../admin/import.ts';
import { changeRole } from '../admin/roles.ts';
import { auditTrail } from '../admin/trail.ts';
import { idempotencyKey } from '../idempotency-key.ts';
import { describe } from '../openapi.ts';
import { problem } from '../problem.ts';
import * as answers from '../schemas/administration-answers.ts';
import * as schemas from '../schemas/administration.ts';
import { personId } from '../schemas/values.ts';
import { momentOf } from '../request-clock.ts';
import { signedIn, type SignedIn } from '../session.ts';
import { sessionSecret } from '../session-secret.ts';

const tag = '管理';
const params = z.object({ id: personId });
const labels: Record<schemas.ImportKind, string> = {
  organisation: '导入地区、机关、科室 Import regions, agencies, sections',
  people: '导入人员 Import people',
  catalogue: '导入法制审核目录 Import the catalogue',
  items: '导入执法事项 Import enforcement items',
  calendar: '导入年度日历 Import a year of the calendar',
  parameters: '导入参数 Import parameters',
  series: '导入文号 Import number series',
};
const kinds = Object.keys(labels) as schemas.ImportKind[];

// prettier-ignore
for (const kind of kinds) {
  describe({ method: 'post', path: `/api/v1/admin/imports/${kind}`, summary: labels[kind], tag, body: schemas.imports[kind], query: schemas.importQuery, answers: { 200: answers.importAnswer } });
}
// prettier-ignore
describe({ method: 'post', path: '/api/v1/admin/people/{id}/roles', summary: '授予、收回角色 Grant or withdraw a role', tag, params, body: schemas.roleChange, answers: { 200: answers.roleAnswer } });
// prettier-ignore
describe({ method: 'post', path: '/api/v1/admin/roles', summary: '授予、收回角色 Grant or withdraw a role', tag, body: schemas.namedRoleChange, answers: { 200: answers.roleAnswer }, alsoProblems: [404] });
// prettier-ignore
describe({ method: 'post', path: '/api/v1/admin/people/{id}/account', summary: '开立、停用账号 Open or disable an account', tag, params, body: schemas.accountChange, answers: { 200: answers.accountAnswer } });
// prettier-ignore
describe({ method: 'get', path: '/api/v1/admin/changes', summary: '审计记录 The audit trail', tag, query: schemas.trailQuery, answers: { 200: answers.trailAnswer }, alsoProblems: [403] });

/** What the three administrators do (系统、安全、审计管理员): imports, roles and accounts, the audit trail. */
export function adminRoutes(deps: AdminDeps): Router {
  const { config, database } = deps;
  const router = Router();
  const secret = sessionSecret(config);
  const who = (actor: SignedIn) => actingAs(actor, config);
  const instantOf = (request: Request) => new Date(momentOf(request, config));

  for (const kind of kinds) {
    router.post(`/api/v1/admin/imports/${kind}`, async (request, response) => {
      const actor = signedIn(request);
      const key = idempotencyKey(request);
      demandImporter(kind, who(actor));
      const query = schemas.importQuery.parse(request.query);
      const dryRun = query.dryRun === 'true';
      const body = schemas.imports[kind].parse(request.body ?? {});
      const at = instantOf(request);
      const given = { kind, body, at };
      const answer = dryRun
        ? await inAgency(database, actor.agency, async (transaction) => {
            const acting = { transaction, ...who(actor) };
            return dryRunOf(acting, await plan(acting, given));
          })
        : await takeAdminCommand(
            deps,
            { actor, action: `import ${kind}`, key, body, at },
            async (transaction, command) => {
              const acting = { transaction, ...who(actor) };
              const planned = await plan(acting, given);
              await applyImport(acting, { kind, plan: planned }, command, query);
              return importAnswerOf(planned, { dryRun, applied: true });
            },
          );
      if (kind === 'calendar' && !dryRun) await deps.calendar.follow();
      response.json(withPasswords(answer));
    });
  }

  router.post('/api/v1/admin/people/:id/roles', async (request, response) => {
    const change = schemas.roleChange.parse(request.body ?? {});
    response.json(await roleChanged(request, { ...change, person: knownId(request) }));
  });

  router.post('/api/v1/admin/roles', async (request, response) => {
    const { person, to, role, grant } = schemas.namedRoleChange.parse(request.body ?? {});
    response.json(await roleChanged(request, { person: person ?? to ?? '', role, grant }));
  });

  router.post('/api/v1/admin/people/:id/account', async (request, response) => {
    const change = { ...schemas.accountChange.parse(request.body ?? {}), person: knownId(request) };
    let password: string | undefined;
    const kept = await securityCommand(request, 'account', change, async (acting, command) => {
      const { password: told, ...answer } = await changeAccount(acting, change, command);
      password = told;
      return answer;
    });
    response.json({ ...kept, ...(password && { password }) });
  });

  router.get('/api/v1/admin/changes', async (request, response) => {
    const actor = signedIn(request);
    demandRole(who(actor), 'auditAdmin');
    response.json(await auditTrail(database, actor.agency, schemas.trailQuery.parse(request.query)));
  });

  return router;

  function roleChanged(request: Request, change: Parameters<typeof changeRole>[1]) {
    return securityCommand(request, 'grantRole', { ...change }, async (acting, command) => {
      const { leaves, ...answer } = await changeRole(acting, change, command);
      return { ...answer, leaves: leaves.map(inWords) };
    });
  }

  function securityCommand(
    request: Request,
    action: string,
    body: Record<string, unknown>,
    work: (acting: Acting, command: Parameters<typeof changeRole>[2]) => Promise<Record<string, unknown>>,
  ) {
    const actor = signedIn(request);
    const taken = { actor, action, key: idempotencyKey(request), body, at: instantOf(request) };
    return takeAdminCommand(deps, taken, async (transaction: Transaction, command) => {
      const acting = { transaction, ...who(actor) };
      demandRole(acting, 'securityAdmin');
      await demandInOffice(acting, taken.at);
      return work(acting, command);
    });
  }

  async function plan(acting: Acting, given: Import) {
    const planned = await planImport(acting, given);
    const people = planned.batches.flatMap(({ changes }) => changes.filter(({ kind }) => kind === 'person'));
    if (!acting.initial || people.length === 0) return planned;
    const records = people.map(({ after }) => after as PersonRecord);
    return { ...planned, batches: [...planned.batches, await rehearsalAccounts(acting, records, secret)] };
  }

  /** Only a rehearsal's import makes accounts; their passwords are in no row, so that they are reckoned anew. */
  function withPasswords(answer: Record<string, unknown>) {
    const changes = (answer['changes'] ?? []) as { kind: string; id: string }[];
    const accounts = changes.filter(({ kind }) => kind === 'account').map(({ id }) => id);
    if (accounts.length === 0 || answer['applied'] !== true) return answer;
    const told = accounts.map((username) => ({ username, password: rehearsalPassword(secret, username) }));
    return { ...answer, accounts: told };
  }

  function knownId(request: Request): string {
    const id = personId.safeParse(request.params['id']);
    if (!id.success) throw problem('person.unknown');
    return id.data;
  }
}
