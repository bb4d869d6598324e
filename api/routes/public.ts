import { readFileSync } from 'node:fs';
import { Router, type ErrorRequestHandler, type Request } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Config } from '../../config.ts';
import type { Database } from '../../prisma/client.ts';
import { findOverseerName, findPublished, findPublishedDecision } from '../../prisma/published.ts';
import { anonymousLimit } from '../anonymous-limit.ts';
import { describe } from '../openapi.ts';
import { lineText } from '../plain-text.ts';
import { problemBody, problemFrom } from '../problem.ts';
import { publicDecisionPage } from '../public-decision-page.ts';
import { publicListPage } from '../public-list-page.ts';
import { homePage, sorryPage } from '../public-page.ts';
import { publicItem, publishedSearch, writePublishedCursor } from '../public-search.ts';
import { momentOf } from '../request-clock.ts';
import { publicAnswer, publicQuery, type PublicAnswer } from '../schemas/public.ts';
import { checkedAnew } from '../security-headers.ts';

const dataPath = '/api/v1/public/decisions';
const styles = readFileSync(new URL('../public.css', import.meta.url), 'utf8');

describe({
  method: 'get',
  path: dataPath,
  summary: '公示中的决定，最近的在前 Published decisions, newest first',
  tag: '公示',
  query: publicQuery,
  signedIn: false,
  answers: { 200: publicAnswer },
  alsoProblems: [429],
});

interface PublicDeps {
  config: Config;
  database: Database;
  log: Logger;
}

/** What anybody may read without signing in: the pages, and the same as JSON. */
export function publicRoutes({ config, database, log }: PublicDeps): Router {
  const router = Router();
  const now = (request: Request) => momentOf(request, config);
  const limit = anonymousLimit(config);

  router.get('/', checkedAnew, (_request, response) => {
    response.type('html').send(homePage());
  });

  router.get('/public/style.css', (_request, response) => {
    response.type('css').set('Cache-Control', 'public, max-age=3600').send(styles);
  });

  router.get(dataPath, checkedAnew, limit, async (request, response) => {
    const search = publishedSearch(publicQuery.parse(request.query));
    const { items, next } = await findPublished(database, search, now(request));
    response.json({ items: items.map(publicItem), nextCursor: writePublishedCursor(next) } satisfies PublicAnswer);
  });

  router.get('/public', checkedAnew, limit, async (request, response) => {
    // Links from elsewhere carry marks of their own; they are no reason to refuse a reader.
    const query = publicQuery.strip().parse(request.query);
    const { items, next } = await findPublished(database, publishedSearch(query), now(request));
    response.type('html').send(publicListPage({ query, items, nextCursor: writePublishedCursor(next) }));
  });

  router.get('/public/decisions/:documentNo', checkedAnew, limit, async (request, response) => {
    const named = z.object({ documentNo: lineText(100), agency: lineText(100).optional() });
    const wanted = named.safeParse({ documentNo: request.params.documentNo, agency: request.query['agency'] }).data;
    const decision = wanted && (await findPublishedDecision(database, wanted.documentNo, wanted.agency, now(request)));
    if (!decision) {
      const sentence = '没有公示中的这一决定。请核对文号；公示期已满或者已经撤回的不再显示。';
      response.status(404).type('html').send(sorryPage('没有这一决定', sentence));
      return;
    }
    response.type('html').send(publicDecisionPage(decision, await findOverseerName(database, decision.agency)));
  });

  router.use('/public', sorry(log));
  return router;
}

/** Readers of pages get a page when something is wrong. */
function sorry(log: Logger): ErrorRequestHandler {
  return (error, request, response, _next) => {
    const { title, detail, status, code } = problemBody(problemFrom(error), request.originalUrl);
    if (status >= 500) log.error({ code, requestId: request.id }, 'public page failed');
    const sentence = code === 'input.invalid' ? '查询条件有误，请改正后重新查询。' : detail;
    response.status(status).type('html').send(sorryPage(title, sentence));
  };
}
