import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createKnownStates } from '../../activities/known-states.ts';
import { createActivities } from '../../activities/index.ts';
import { checkSystem } from '../../check/check-system.ts';
import { fold } from '../../domain/apply.ts';
import type { CaseEvent } from '../../domain/command.ts';
import { emptyState } from '../../domain/state.ts';
import { sha256Of } from '../../prisma/canonical.ts';
import { inAgency } from '../../prisma/client.ts';
import { keepRefusal, takeIn } from '../../prisma/commands.ts';
import { openPool, type Pool } from '../../prisma/pool.ts';
import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';
import { eventsOf } from '../support/records.ts';
import { requestFor, storyOf, upTo } from '../support/stories.ts';

let system: RecordedSystem;
let pool: Pool;
let events: CaseEvent[];

beforeAll(async () => {
  system = await createRecordedSystem();
  pool = openPool(system.db.appUrl, 2);
  const caseId = await system.tellAll(upTo(storyOf('C01').requests, 'approveOpinion'));
  events = await eventsOf(system.db, caseId);
});
afterAll(async () => {
  await pool.end();
  await system.close();
});

describe('an event whose answer was lost after its commit', () => {
  it.each(['addRecord', 'recordNotice', 'saveDraft', 'submit', 'giveOpinion', 'approveOpinion'])(
    'is answered as already recorded when %s is delivered again, and written once',
    async (type) => {
      const event = events.findLast((candidate) => candidate.type === type)!;
      const { record } = createActivities({ database: system.db.database, pool });
      const { agency } = events[0]!.input.filing!;
      const again = await record({ caseId: event.caseId, agency, seq: event.seq - 1, decided: event });
      expect(again).toMatchObject({ kind: 'already', event: { seq: event.seq, commandId: event.commandId } });
      expect(await eventsOf(system.db, event.caseId)).toHaveLength(events.length);
    },
  );
});

describe('the state of a case before an event', () => {
  const last = () => events.at(-1)!;
  const agency = () => events[0]!.input.filing!.agency;

  it('is that of the number asked for, though a later one is kept', async () => {
    const states = createKnownStates(pool);
    states.keep(last().caseId, fold(emptyState, events));
    for (const seq of [0, 1, last().seq - 1, last().seq]) {
      expect(await states.at(agency(), last().caseId, seq)).toEqual(fold(emptyState, events.slice(0, seq)));
    }
  });

  it('is not guessed of an event that is not on record', async () => {
    const states = createKnownStates(pool);
    await expect(states.at(agency(), last().caseId, last().seq + 1)).rejects.toThrow('no event');
  });
});

describe('a filing that is delivered twice at once', () => {
  it('is recorded once, and the other delivery finds it there', async () => {
    const filed = events[0]!;
    const { actor: personId } = filed;
    const { database } = system.db;
    const { record } = createActivities({ database, pool });
    const answers = await Promise.all(
      Array.from({ length: 5 }, async (_, n) => {
        const caseId = randomUUID();
        const filing = { ...filed.input.filing!, caseId };
        const [action, key, agencyId] = ['register', `twice-${n}`, filing.agency];
        const id = sha256Of([personId, caseId, action, key]);
        const words = requestFor(storyOf('C01').requests, action).body;
        const at = new Date(filed.at);
        const intake = { id, agencyId, personId, caseId, action, key, bodyHash: sha256Of(words), words, at };
        await inAgency(database, agencyId, (transaction) => takeIn(transaction, intake));
        const decided = { ...filed, commandId: id, wordsHash: intake.bodyHash, input: { ...filed.input, filing } };
        const request = { caseId, agency: agencyId, seq: 0, decided };
        return Promise.all([record(request), record(request)]);
      }),
    );
    const kinds = answers.map((both) => both.map(({ kind }) => kind).sort());
    expect(kinds).toEqual(Array.from({ length: 5 }, () => ['already', 'recorded']));
    expect((await checkSystem(system.db.ownerUrl)).results.flatMap(({ first }) => first)).toEqual([]);
  });
});

describe('a command that was taken in, and refused only when it was sent again', () => {
  it('leaves a refusal of the moment at which it was taken in, as the ledger says too', async () => {
    const { caseId, actor: personId } = events[0]!;
    const agencyId = fold(emptyState, events).filing!.agency;
    const [action, key, words] = ['submit', 'sent-again-later', { contentVersion: 1 }];
    const id = sha256Of([personId, caseId, action, key]);
    const at = new Date('2026-03-02T10:00:00+08:00');
    const intake = { id, agencyId, personId, caseId, action, key, bodyHash: sha256Of(words), words, at };
    const { database, ownerUrl } = system.db;
    await inAgency(database, agencyId, (transaction) => takeIn(transaction, intake));
    const again = { ...intake, at: new Date(at.getTime() + 1_000) };
    await inAgency(database, agencyId, (transaction) => keepRefusal(transaction, again, { code: 'x', status: 409 }));
    const { results } = await checkSystem(ownerUrl);
    expect(results.flatMap(({ first }) => first)).toEqual([]);
  });
});
