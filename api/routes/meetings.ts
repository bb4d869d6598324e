import { Router } from 'express';
import { z } from 'zod';
import { dayOf } from '../../domain/calendar.ts';
import { voterProblem } from '../../domain/meeting.ts';
import { nextMinutesNumber } from '../../domain/minutes-number.ts';
import type { CaseState } from '../../domain/state.ts';
import { history } from '../../prisma/events.ts';
import { inAgency, type Transaction } from '../../prisma/client.ts';
import { lastCalls, lastMinutesNo } from '../../prisma/meetings.ts';
import { namesOf } from '../../prisma/names.ts';
import { agendaPage } from '../agenda-page.ts';
import { whyNot } from '../candidate-words.ts';
import { readFacts } from '../facts.ts';
import { callView, nameOf, personsInCall } from '../meeting-view.ts';
import { describe } from '../openapi.ts';
import { problem } from '../problem.ts';
import { knownId, readableCase } from '../readable-case.ts';
import { momentOf } from '../request-clock.ts';
import {
  agendaAnswer,
  agendaQuery,
  meetingAnswer,
  type AgendaAnswer,
  type MeetingAnswer,
} from '../schemas/meetings.ts';
import { signedIn } from '../session.ts';
import type { CaseDeps } from '../take-command.ts';

const tag = '集体讨论';
const agendaPath = '/api/v1/meetings';

describe({
  method: 'get',
  path: agendaPath,
  summary: '议程：等待集体讨论的案件和已召集的会议 The agenda: cases that wait for a meeting, and the meetings called',
  tag,
  query: agendaQuery,
  answers: { 200: agendaAnswer },
});
describe({
  method: 'get',
  path: '/api/v1/cases/{id}/meeting',
  summary:
    '集体讨论所需：成员、谁不能表决及理由、法定人数 What a meeting needs: members, who may not vote and why, quorum',
  tag,
  params: z.object({ id: z.string() }),
  answers: { 200: meetingAnswer },
});

/** What the leadership's meetings (集体讨论) need beside their cases; acts go the way of every act. */
export function meetingRoutes({ config, database }: Pick<CaseDeps, 'config' | 'database'>): Router {
  const router = Router();

  router.get(agendaPath, async (request, response) => {
    const { cursor, limit } = agendaQuery.parse(request.query);
    const asked = { reader: signedIn(request), cursor, limit, now: momentOf(request, config) };
    response.json((await agendaPage(database, asked)) satisfies AgendaAnswer);
  });

  router.get('/api/v1/cases/:id/meeting', async (request, response) => {
    const reader = signedIn(request);
    const id = knownId(request);
    const now = momentOf(request, config);
    const answer = await inAgency(database, reader.agency, async (transaction) => {
      const { agency, state } = await readableCase(transaction, reader, id);
      return meetingOf(transaction, { id, agency, state, now });
    });
    response.json(answer satisfies MeetingAnswer);
  });

  return router;
}

interface Asked {
  id: string;
  agency: string;
  state: CaseState;
  now: number;
}

async function meetingOf(transaction: Transaction, { id, agency, state, now }: Asked): Promise<MeetingAnswer> {
  const { filing } = state;
  if (!filing) throw problem('case.unknown');
  const place = { agency, section: filing.section, now };
  const { duties } = await readFacts(transaction, { ...place, persons: [] });
  const facts = await readFacts(transaction, { ...place, persons: duties.members });
  const call = (await lastCalls(transaction, [id])).get(id);
  const events = await history(transaction, id);
  const met = events.flatMap(({ event }) => [...personsAt(event.input), event.actor]);
  const { persons, sections, agencies } = await namesOf(transaction, {
    persons: [...duties.members, ...personsInCall(state, call), ...met],
    sections: [filing.section],
    agencies: [agency],
  });
  return {
    agencyName: agencies.get(agency) ?? '',
    sectionName: sections.get(filing.section) ?? '',
    call: callView(state, call, persons),
    quorum: duties.quorum,
    chair: duties.chair,
    members: duties.members.map((member) => {
      const refusal = voterProblem(state, member, facts, now);
      const title = persons.get(member)?.title ?? '';
      return { ...nameOf(member, persons), title, recused: state.recused.includes(member), why: refusal && whyNot(refusal) }; // prettier-ignore
    }),
    persons: Object.fromEntries([...persons].map(([person, { name }]) => [person, name])),
    nextMinutesNo: nextMinutesNumber(await lastMinutesNo(transaction, agency), Number(dayOf(now).slice(0, 4))),
  };
}

function personsAt({ meeting }: { meeting?: { present: string[]; absent: string[]; recused: string[] } }): string[] {
  return meeting ? [...meeting.present, ...meeting.absent, ...meeting.recused] : [];
}
