import { Router, type Request } from 'express';
import { z } from 'zod';
import { readCase } from '../../prisma/case-queries.ts';
import { inAgency } from '../../prisma/client.ts';
import { keptVersions } from '../../prisma/content-versions.ts';
import { namesOf } from '../../prisma/names.ts';
import { compareVersions, contentVersionView } from '../content-version.ts';
import { describe } from '../openapi.ts';
import { problem } from '../problem.ts';
import { knownId, readableCase } from '../readable-case.ts';
import { roundsOf } from '../rounds.ts';
import { roundsAnswer, versionAnswer, versionParams, versionQuery } from '../schemas/rounds.ts';
import { signedIn } from '../session.ts';
import type { CaseDeps } from '../take-command.ts';

const tag = '案件';

describe({
  method: 'get',
  path: '/api/v1/cases/{id}/rounds',
  summary: '法制审核各轮及其差别 The rounds of legal review, and what changed between them',
  tag,
  params: z.object({ id: z.string() }),
  answers: { 200: roundsAnswer },
});
describe({
  method: 'get',
  path: '/api/v1/cases/{id}/content-versions/{version}',
  summary: '一版内容，及与另一版的逐词差别 A version of the content, and what changed from another, word by word',
  tag,
  params: versionParams,
  query: versionQuery,
  answers: { 200: versionAnswer },
});

/** What was reviewed in each round and in each version, and what changed. */
export function roundRoutes({ database }: Pick<CaseDeps, 'database'>): Router {
  const router = Router();

  router.get('/api/v1/cases/:id/rounds', async (request, response) => {
    const reader = signedIn(request);
    const id = knownId(request);
    const { row, versions } = await inAgency(database, reader.agency, async (transaction) => {
      await readableCase(transaction, reader, id);
      return { row: await readCase(transaction, id), versions: await keptVersions(transaction, id) };
    });
    if (!row) throw problem('case.unknown');
    response.json({ rounds: roundsOf(row, versions) } satisfies z.infer<typeof roundsAnswer>);
  });

  router.get('/api/v1/cases/:id/content-versions/:version', async (request, response) => {
    const reader = signedIn(request);
    const id = knownId(request);
    const version = versionOf(request);
    const { compareTo } = versionQuery.parse(request.query);
    const { versions, persons } = await inAgency(database, reader.agency, async (transaction) => {
      await readableCase(transaction, reader, id);
      const kept = await keptVersions(transaction, id);
      const writers = kept.map(({ createdBy }) => createdBy);
      return { versions: kept, persons: (await namesOf(transaction, { persons: writers })).persons };
    });
    const find = (wanted: number) => {
      const found = versions.find((kept) => kept.version === wanted);
      if (!found) throw problem('version.unknown', { versions: versions.map((kept) => kept.version) });
      return found;
    };
    const names = Object.fromEntries([...persons.values()].map(({ id: person, name }) => [person, name]));
    const comparison = compareTo === undefined ? null : compareVersions(find(compareTo), find(version));
    const answer = { version: contentVersionView(find(version), names), comparison };
    response.json(answer satisfies z.infer<typeof versionAnswer>);
  });

  return router;
}

function versionOf(request: Request): number {
  const version = versionParams.shape.version.safeParse(request.params['version']);
  if (!version.success) throw problem('version.unknown');
  return version.data;
}
