import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Router } from 'express';
import { roles, type Role } from '../../domain/process.ts';
import { inAgency } from '../../prisma/client.ts';
import { describe } from '../openapi.ts';
import { problem } from '../problem.ts';
import { demoAccountsAnswer, type DemoAccountsAnswer } from '../schemas/demo-accounts.ts';
import type { CaseDeps } from '../take-command.ts';

const path = '/api/v1/demo-accounts';

describe({
  method: 'get',
  path,
  summary: '演示账号（只在演示环境） Accounts of the sample data, in profile demo only',
  tag: '登录',
  signedIn: false,
  answers: { 200: demoAccountsAnswer },
  alsoProblems: [404],
});

/** The sign-in page of the demo offers its accounts; every other profile knows no such address. */
export function demoAccountRoutes({ config, database }: Pick<CaseDeps, 'config' | 'database'>): Router {
  const router = Router();
  router.get(path, async (_request, response) => {
    if (config.profile !== 'demo') throw problem('route.unknown');
    const accounts = await readAccounts(config.dataDir);
    const people = await inAgency(database, '', (transaction) =>
      transaction.person.findMany({ where: { id: { in: [...accounts.keys()] } } }),
    );
    const agencies = await inAgency(database, '', (transaction) => transaction.agency.findMany());
    const nameOf = new Map(agencies.map(({ id, name }) => [id, name]));
    const place = new Map([...accounts.keys()].map((id, index) => [id, index]));
    const inOrder = people.toSorted((a, b) => place.get(a.id)! - place.get(b.id)!);
    response.json({
      items: inOrder.map(({ id, name, title, agencyId, roles: held }) => ({
        ...{ username: id, password: accounts.get(id) ?? '', name, title },
        agencyName: nameOf.get(agencyId) ?? '',
        roles: held.map((role) => roles[role as Role] ?? role),
      })),
    } satisfies DemoAccountsAnswer);
  });
  return router;
}

async function readAccounts(dataDir: string): Promise<Map<string, string>> {
  try {
    const text = await readFile(join(dataDir, 'demo-accounts.json'), 'utf8');
    const listed = JSON.parse(text) as { username: string; password: string }[];
    return new Map(listed.map(({ username, password }) => [username, password]));
  } catch {
    throw problem('route.unknown');
  }
}
