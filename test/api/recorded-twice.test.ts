import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createActivities } from '../../activities/index.ts';
import { fold } from '../../domain/apply.ts';
import type { CaseEvent } from '../../domain/command.ts';
import { emptyState } from '../../domain/state.ts';
import { openPool, type Pool } from '../../prisma/pool.ts';
import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';
import { eventsOf } from '../support/records.ts';
import { storyOf, upTo } from '../support/stories.ts';

let system: RecordedSystem;
let pool: Pool;
let events: CaseEvent[];

beforeAll(async () => {
  system = await createRecordedSystem();
  pool = openPool(system.db.appUrl, 2);
  const caseId = await system.tellAll(upTo(storyOf('C01').requests, 'approveOpinion'));
  events = await eventsOf(system.db, caseId);
}, 60_000);
afterAll(async () => {
  await pool.end();
  await system.close();
});

describe('an event whose answer was lost after its commit', () => {
  it.each(['addRecord', 'recordNotice', 'saveDraft', 'submit', 'giveOpinion', 'approveOpinion'])(
    'is answered as already recorded when %s is delivered again, and written once',
    async (type) => {
      const event = events.findLast((candidate) => candidate.type === type)!;
      const state = fold(emptyState, events.slice(0, event.seq - 1));
      const { record } = createActivities({ database: system.db.database, pool });
      const agency = state.filing!.agency;
      const again = await record({ caseId: event.caseId, agency, state, decided: event });
      expect(again).toMatchObject({ kind: 'already', event: { seq: event.seq, commandId: event.commandId } });
      expect(await eventsOf(system.db, event.caseId)).toHaveLength(events.length);
    },
  );
});
