import type { Millis } from '../domain/state.ts';
import { readFacts } from './facts.ts';
import { filterConditions } from '../prisma/case-filters.ts';
import { inAgency, type Database } from '../prisma/client.ts';
import { listFewCases } from '../prisma/listed-cases.ts';
import { lastCalls, newestDrafts } from '../prisma/meetings.ts';
import { namesOf } from '../prisma/names.ts';
import { withinReach } from '../prisma/reading-reach.ts';
import { listedCases } from './listed-case.ts';
import { callView, personsInCall, proposedView } from './meeting-view.ts';
import { readPageCursor, writePageCursor } from './page-cursor.ts';
import { readingReach, type Reader } from './policy.ts';
import type { AgendaAnswer } from './schemas/meetings.ts';

interface AgendaAsked {
  reader: Reader;
  cursor: string | undefined;
  limit: number;
  now: Millis;
}

/** The cases in deliberation that the reader may read, due first, each with what is proposed and the meeting that is called. */
export async function agendaPage(
  database: Database,
  { reader, cursor, limit, now }: AgendaAsked,
): Promise<AgendaAnswer> {
  const after = readPageCursor(cursor);
  return inAgency(database, reader.agency, async (transaction) => {
    const readable = await withinReach(transaction, { ...reader, reach: readingReach(reader.roles) });
    const conditions = [readable, ...filterConditions({ stage: 'deliberation' }, now)];
    const { rows, next, total } = await listFewCases(transaction, conditions, { after, limit });
    const items = await listedCases(transaction, rows, reader.personId, now);
    const ids = rows.map(({ id }) => id);
    const calls = await lastCalls(transaction, ids);
    const drafts = await newestDrafts(transaction, ids);
    const { duties } = await readFacts(transaction, { agency: reader.agency, section: '', persons: [], now });
    const called = rows.flatMap(({ id, state }) => personsInCall(state, calls.get(id)));
    const { persons } = await namesOf(transaction, { persons: [...duties.members, ...called] });
    return {
      total,
      items: items.map((item, n) => ({
        ...item,
        call: callView(rows[n]!.state, calls.get(item.id), persons),
        proposed: proposedView(drafts.get(item.id)),
      })),
      nextCursor: writePageCursor(next),
      collective:
        duties.members.length === 0
          ? null
          : {
              quorum: duties.quorum,
              chair: duties.chair,
              members: duties.members.map((id) => {
                const { name = '', title = '' } = persons.get(id) ?? {};
                return { id, name, title };
              }),
            },
    };
  });
}
