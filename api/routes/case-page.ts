import { Router } from 'express';
import { readCase } from '../../prisma/case-queries.ts';
import { inAgency } from '../../prisma/client.ts';
import { workCalendars } from '../../prisma/deadlines.ts';
import { caseView } from '../case-view.ts';
import { readFacts } from '../facts.ts';
import { problem, problemOf } from '../problem.ts';
import { knownId, readableCase } from '../readable-case.ts';
import { requestClock } from '../request-clock.ts';
import { signedIn } from '../session.ts';
import type { CaseDeps } from '../take-command.ts';

/** One case as its page shows it, with what the reader may do now. */
export function casePageRoutes({ config, database, cases }: CaseDeps): Router {
  const router = Router();
  router.get('/api/v1/cases/:id', async (request, response) => {
    const reader = signedIn(request);
    const id = knownId(request);
    const at = requestClock(request, config);
    const { state } = await inAgency(database, reader.agency, (transaction) => readableCase(transaction, reader, id));
    if (at !== undefined && at < state.lastAt) throw problemOf({ code: 'clock.backwards' });
    if (at !== undefined) await cases.advance(id, at);
    const now = at ?? Date.now();
    const view = await inAgency(database, reader.agency, async (transaction) => {
      const row = await readCase(transaction, id);
      if (!row) throw problem('case.unknown');
      const place = { agency: row.agencyId, section: row.sectionId, persons: [reader.personId], now };
      const facts = await readFacts(transaction, place);
      return caseView(row, reader.personId, facts, now, await workCalendars(transaction));
    });
    response.json(view);
  });
  return router;
}
