import { Router, type Request } from 'express';
import { z } from 'zod';
import { dayOf } from '../../domain/calendar.ts';
import { refusalMessages } from '../../domain/refusal.ts';
import { inAgency, type Transaction } from '../../prisma/client.ts';
import { namesOf } from '../../prisma/names.ts';
import { nextOpinionNumber, roleHolders, statutesOf } from '../../prisma/review-desk.ts';
import { whyNot } from '../candidate-words.ts';
import { agenciesFor, mayName, namingProblem, opinionHindrances, rolesNamed, saysWhyNot } from '../candidates.ts';
import { readFacts } from '../facts.ts';
import { describe } from '../openapi.ts';
import { problem } from '../problem.ts';
import { knownId, readableCase } from '../readable-case.ts';
import { momentOf } from '../request-clock.ts';
import { candidatesAnswer, candidatesQuery, reviewDeskAnswer } from '../schemas/review-desk.ts';
import { signedIn } from '../session.ts';
import type { CaseDeps } from '../take-command.ts';

const tag = '案件';
const params = z.object({ id: z.string() });

describe({
  method: 'get',
  path: '/api/v1/cases/{id}/candidates',
  summary: '可以指定的审核人、顾问或者接办人，不能指定的说明为什么 Whom one may name, and of the others why not',
  tag,
  params,
  query: candidatesQuery,
  answers: { 200: candidatesAnswer },
  alsoProblems: [403, 409],
});
describe({
  method: 'get',
  path: '/api/v1/cases/{id}/review-desk',
  summary: '审核台所需 What the review desk needs beside the case and its rounds',
  tag,
  params,
  answers: { 200: reviewDeskAnswer },
});

/** What those who review and sign need beside the case: whom they may name, the agency's statutes, the next number. */
export function reviewDeskRoutes({ config, database }: Pick<CaseDeps, 'config' | 'database'>): Router {
  const router = Router();

  router.get('/api/v1/cases/:id/candidates', async (request, response) => {
    const { for: naming, from } = candidatesQuery.parse(request.query);
    const { reader, now, standing } = await asked(request);
    const actor = reader.personId;
    const { agency, state } = standing;
    const items = await inAgency(database, agency, async (transaction) => {
      const place = placeOf(standing);
      const own = await readFacts(transaction, { ...place, persons: [actor], now });
      mayName(naming, { state, facts: own, actor, now, from });
      const roles = rolesNamed(naming, { state, from });
      const holders = await roleHolders(transaction, roles, agenciesFor(naming, roles, own));
      const facts = await readFacts(transaction, {
        ...place,
        persons: [actor, ...(from ? [from] : []), ...holders.map(({ id }) => id)],
        now,
      });
      const judged = holders.map((holder) => {
        const refusal = namingProblem(naming, holder.id, { state, facts, actor, now, from });
        return { ...holder, why: refusal && whyNot(refusal) };
      });
      return judged.filter(({ why }) => !why || saysWhyNot(naming));
    });
    response.json({ items } satisfies z.infer<typeof candidatesAnswer>);
  });

  router.get('/api/v1/cases/:id/review-desk', async (request, response) => {
    const { reader, now, standing } = await asked(request);
    const { agency, state } = standing;
    const { section, category } = placeOf(standing);
    const answer = await inAgency(database, agency, async (transaction: Transaction) => {
      const facts = await readFacts(transaction, { agency, section, persons: [reader.personId], now });
      const names = await namesOf(transaction, { sections: [section], agencies: [agency] });
      const hindrances = opinionHindrances({ state, facts, actor: reader.personId, now });
      return {
        agencyName: names.agencies.get(agency) ?? '',
        sectionName: names.sections.get(section) ?? '',
        hindrances: hindrances.map(({ code }) => ({ code, ...refusalMessages[code] })),
        statutes: await statutesOf(transaction, agency, category),
        nextOpinionNo: await nextOpinionNumber(transaction, agency, Number(dayOf(now).slice(0, 4))),
      };
    });
    response.json(answer satisfies z.infer<typeof reviewDeskAnswer>);
  });

  async function asked(request: Request) {
    const reader = signedIn(request);
    const id = knownId(request);
    const now = momentOf(request, config);
    const standing = await inAgency(database, reader.agency, (transaction) => readableCase(transaction, reader, id));
    return { reader, now, standing };
  }

  return router;
}

function placeOf({ agency, state: { filing } }: Awaited<ReturnType<typeof readableCase>>) {
  if (!filing) throw problem('case.unknown');
  return { agency, section: filing.section, category: filing.category };
}
