import { Router, type Request } from 'express';
import { dayOf } from '../../domain/calendar.ts';
import { inAgency, type Transaction } from '../../prisma/client.ts';
import type { AdminDeps } from '../admin/admin-command.ts';
import { areasOf, demandAdministrator, demandArea } from '../admin/areas.ts';
import { actingAs, type Acting } from '../admin/authority.ts';
import { ledgerPage } from '../admin/ledger-page.ts';
import { listedPeople } from '../admin/listed-people.ts';
import { onRecord } from '../admin/on-record.ts';
import { organisationPage } from '../admin/organisation-page.ts';
import { describe } from '../openapi.ts';
import { momentOf } from '../request-clock.ts';
import * as schemas from '../schemas/admin-reading.ts';
import { signedIn } from '../session.ts';

const tag = '管理';
const alsoProblems = [403];
// prettier-ignore
describe({ method: 'get', path: '/api/v1/admin/areas', summary: '我能办理哪些管理事项 What I may administer, and of the rest who does', tag, answers: { 200: schemas.areasAnswer } });
// prettier-ignore
describe({ method: 'get', path: '/api/v1/admin/people', summary: '人员：角色、证件、休假、账号 People with roles, certificates, leave and accounts', tag, query: schemas.peopleQuery, answers: { 200: schemas.peopleAnswer }, alsoProblems });
// prettier-ignore
describe({ method: 'get', path: '/api/v1/admin/organisation', summary: '本机关的科室、目录、事项、文号 Sections and duties, catalogue, items and series of my agency', tag, answers: { 200: schemas.organisationAnswer }, alsoProblems });
// prettier-ignore
describe({ method: 'get', path: '/api/v1/admin/ledger', summary: '账本，逐条重算 The ledger, each leaf reckoned anew', tag, query: schemas.ledgerQuery, answers: { 200: schemas.ledgerAnswer }, alsoProblems });
const recordKinds = Object.keys(onRecord) as schemas.OnRecordKind[];
const recordWords: Record<schemas.OnRecordKind, string> = {
  organisation: '本机关的岗位和科室，按导入格式 The agency’s duties and sections, as an import writes them',
  people: '一名人员，按导入格式 One person, as an import writes them',
  catalogue: '审核目录，按导入格式 The catalogue, as an import writes it',
  items: '执法事项，按导入格式 Enforcement items, as an import writes them',
};
// prettier-ignore
for (const kind of recordKinds) {
  describe({ method: 'get', path: `/api/v1/admin/imports/${kind}`, summary: recordWords[kind], tag, query: schemas.onRecordQuery, answers: { 200: schemas.onRecord[kind] }, alsoProblems });
}

/** What the three administrators read of their own agency; nothing here changes anything. */
export function adminReadingRoutes({ config, database }: Pick<AdminDeps, 'config' | 'database'>): Router {
  const router = Router();

  router.get('/api/v1/admin/areas', async (request, response) => {
    const areas = await reading(request, areasOf);
    response.json({ areas } satisfies schemas.AreasAnswer);
  });

  router.get('/api/v1/admin/people', async (request, response) => {
    const query = schemas.peopleQuery.parse(request.query);
    const today = dayOf(momentOf(request, config));
    response.json(
      await reading(request, (acting) => {
        demandAdministrator(acting);
        return listedPeople(acting.transaction, acting.actor.agency, query, today);
      }),
    );
  });

  router.get('/api/v1/admin/organisation', async (request, response) => {
    response.json(
      await reading(request, (acting) => {
        demandAdministrator(acting);
        return organisationPage(acting.transaction, acting.actor.agency);
      }),
    );
  });

  for (const kind of recordKinds) {
    router.get(`/api/v1/admin/imports/${kind}`, async (request, response) => {
      const { id } = schemas.onRecordQuery.parse(request.query);
      response.json(
        await reading(request, async (acting) => {
          demandArea(acting, kind);
          return onRecord[kind](acting.transaction, acting.actor.agency, id);
        }),
      );
    });
  }

  router.get('/api/v1/admin/ledger', async (request, response) => {
    const query = schemas.ledgerQuery.parse(request.query);
    response.json(
      await reading(request, (acting) => {
        demandArea(acting, 'ledger');
        return ledgerPage(acting.transaction, acting.actor.agency, query);
      }),
    );
  });

  return router;

  function reading<Answer>(request: Request, work: (acting: Acting) => Promise<Answer>): Promise<Answer> {
    const actor = signedIn(request);
    return inAgency(database, actor.agency, (transaction: Transaction) =>
      work({ transaction, ...actingAs(actor, config) }),
    );
  }
}
