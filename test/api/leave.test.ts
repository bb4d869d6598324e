import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createAdminSystem, type AdminSystem, type Answer } from '../support/administration.ts';
import { security, system } from '../support/administrators.ts';

const week = { from: '2026-12-07', to: '2026-12-11' };
let admin: AdminSystem;

beforeAll(async () => {
  admin = await createAdminSystem();
});
afterAll(() => admin.close());
beforeEach(() => admin.db.asOwner(`UPDATE person SET leave = '[]' WHERE agency_id = 'xltyj'`));

const sessions = new Map<string, ReturnType<AdminSystem['api']['signedIn']>>();
function sessionOf(person: string) {
  const session = sessions.get(person) ?? admin.api.signedIn(person);
  sessions.set(person, session);
  return session;
}

async function send(person: string, path: string, body: object, key: string = randomUUID()): Promise<Answer> {
  const { browser, csrf } = await sessionOf(person);
  return browser.post(`/api/v1/people/${path}`).set({ 'X-CSRF-Token': csrf, 'Idempotency-Key': key }).send(body);
}
const enter = (person: string, body: object, by = person) => send(by, `${person}/leave`, body);

async function leaveOf(person: string): Promise<unknown> {
  const [row] = await admin.db.asOwner<{ leave: unknown }>('SELECT leave FROM person WHERE id = $1', [person]);
  return row?.leave;
}
const organisation = () =>
  admin.db.asOwner(`SELECT (SELECT md5(string_agg(p::text, '' ORDER BY id)) FROM person p) AS people,
    (SELECT sum(version) FROM agency) AS versions, (SELECT count(*) FROM admin_change) AS changes`);

describe('leave', () => {
  test('with a substitute is entered by the person, and kept with what stood before', async () => {
    const answer = await enter('xltyj-r1', { ...week, kind: '年休假', substitute: 'xltyj-r2' });
    expect([answer.status, answer.body]).toEqual([
      200,
      { person: 'xltyj-r1', leave: [{ ...week, kind: '年休假', substitute: 'xltyj-r2' }] },
    ]);
    expect(await leaveOf('xltyj-r1')).toEqual(answer.body['leave']);
    const [change] = await admin.db.asOwner<{ person_id: string; before: { leave: unknown } }>(
      'SELECT person_id, before FROM admin_change ORDER BY position DESC LIMIT 1',
    );
    expect([change?.person_id, change?.before.leave]).toEqual(['xltyj-r1', []]);
  });

  test('is entered for somebody by the system administrator alone', async () => {
    expect((await enter('xltyj-r1', week, system)).status).toBe(200);
    expect((await enter('xltyj-r1', week, security)).body['code']).toBe('admin.keptApart');
    expect((await enter('xltyj-r1', week, 'xltyj-q1')).body['code']).toBe('role.missing');
    expect((await enter('wsq-r1', week, system)).body['code']).toBe('role.missing');
    expect((await enter('nobody', week, system)).body['code']).toBe('person.unknown');
  });

  test('that begins on the same day, or is named, gives way; a cancelled one is gone', async () => {
    await enter('xltyj-r1', week);
    await enter('xltyj-r1', { ...week, to: '2026-12-09' });
    expect(await leaveOf('xltyj-r1')).toEqual([{ ...week, to: '2026-12-09' }]);
    await enter('xltyj-r1', { from: '2026-12-08', to: '2026-12-10', replaces: '2026-12-07' });
    expect(await leaveOf('xltyj-r1')).toEqual([{ from: '2026-12-08', to: '2026-12-10' }]);
    expect((await send('xltyj-r1', 'xltyj-r1/leave/cancel', { from: '2026-12-08' })).body['leave']).toEqual([]);
  });

  test('is entered though whoever stood in the last time holds other roles by now', async () => {
    const past = { from: '2026-03-02', to: '2026-03-06', substitute: 'xltyj-h1' };
    await admin.db.asOwner(`UPDATE person SET leave = $1::jsonb WHERE id = 'xltyj-r1'`, [JSON.stringify([past])]);
    expect((await enter('xltyj-r1', { ...week, substitute: 'xltyj-r2' })).status).toBe(200);
    expect((await enter('xltyj-r1', { ...past, kind: '年休假', substitute: 'xltyj-h2' })).body['code']).toBe('leave.substituteRole'); // prettier-ignore
  });

  test('is entered once under one key', async () => {
    const key = randomUUID();
    const [one, other] = [await send('xltyj-r1', 'xltyj-r1/leave', week, key), await send('xltyj-r1', 'xltyj-r1/leave', week, key)]; // prettier-ignore
    expect(other.body).toEqual(one.body);
    expect((await send('xltyj-r1', 'xltyj-r1/leave', { ...week, to: '2026-12-08' }, key)).body['code']).toBe('idempotency.mismatch'); // prettier-ignore
  });

  test('entered by two at once for one another is no ring: one is refused', async () => {
    await Promise.all(['xltyj-r1', 'xltyj-r2'].map(sessionOf));
    // Both are taken in before either can be written.
    const held = admin.db.asOwner(`WITH held AS (SELECT id FROM agency WHERE id = 'xltyj' FOR UPDATE) SELECT pg_sleep(2) FROM held`); // prettier-ignore
    await sleep(300);
    const answers = await Promise.all([
      enter('xltyj-r1', { ...week, substitute: 'xltyj-r2' }),
      enter('xltyj-r2', { ...week, substitute: 'xltyj-r1' }),
    ]);
    await held;
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });
});

describe('refused with the reason, and nothing changed:', () => {
  const imported = (id: string, leave: object[]) => admin.bring(system, 'people', { people: [{ id, leave }] });
  const rows: [sentence: string, code: string, before: [string, object][], leave: object][] = [
    ['a period that ends before it begins', 'leave.endsBeforeBegins', [], { from: '2026-12-07', to: '2026-12-06' }],
    ['a leave that overlaps another', 'leave.overlaps', [['xltyj-r1', week]], { from: '2026-12-11', to: '2026-12-12' }],
    ['a substitute who substitutes for himself', 'leave.ownSubstitute', [], { ...week, substitute: 'xltyj-r1' }],
    ['a substitute of another agency', 'leave.substituteElsewhere', [], { ...week, substitute: 'wsq-r1' }],
    ['a substitute whom nobody knows', 'leave.substituteElsewhere', [], { ...week, substitute: 'xltyj-r99' }],
    ['a substitute without the role', 'leave.substituteRole', [], { ...week, substitute: 'xltyj-h1' }],
    ['a substitute on leave in that period', 'leave.substituteAway', [['xltyj-r2', { from: '2026-12-11', to: '2026-12-20' }]], { ...week, substitute: 'xltyj-r2' }],
    ['a ring of two', 'leave.ring', [['xltyj-r2', { ...week, substitute: 'xltyj-r1' }]], { from: '2026-12-01', to: '2026-12-07', substitute: 'xltyj-r2' }],
    ['a replaced leave that is not there', 'leave.unknown', [], { ...week, replaces: '2026-12-01' }],
  ]; // prettier-ignore

  test.each(rows)('%s', async (_sentence, code, before, leave) => {
    for (const [person, theirs] of before) expect((await enter(person, theirs)).status).toBe(200);
    const stood = await organisation();
    const answer = await enter('xltyj-r1', leave);
    expect([answer.status, answer.body['code']]).toEqual([409, code]);
    expect(answer.body['details']).toMatchObject({ person: 'xltyj-r1' });
    expect(await organisation()).toEqual(stood);
  });

  const withImport = rows.filter(([, code]) => code !== 'leave.unknown');
  test.each(withImport)('%s, in an import', async (_sentence, code, before, leave) => {
    for (const [person, theirs] of before) await enter(person, theirs);
    const own = before.flatMap(([person, theirs]) => (person === 'xltyj-r1' ? [theirs] : []));
    const stood = await organisation();
    const answer = await imported('xltyj-r1', [...own, leave]);
    expect([answer.status, answer.body['code']]).toEqual([409, code]);
    expect(await organisation()).toEqual(stood);
  });

  test('days that are none, and fields that nobody knows', async () => {
    for (const body of [{ from: '2026-02-30', to: '2026-03-01' }, { from: week.from }, { ...week, until: week.to }]) {
      expect((await enter('xltyj-r1', body)).status).toBe(400);
    }
  });
});

describe('a substitute', () => {
  test('on leave too, with a substitute of their own, is no fault', async () => {
    await enter('xltyj-h1', { ...week, substitute: 'xltyj-h2' });
    expect((await enter('xltyj-h3', { ...week, substitute: 'xltyj-h1' })).status).toBe(200);
  });

  test('for one another on different days is no ring', async () => {
    await enter('xltyj-r2', { ...week, substitute: 'xltyj-r1' });
    expect((await enter('xltyj-r1', { from: '2026-12-14', to: '2026-12-15', substitute: 'xltyj-r2' })).status).toBe(200); // prettier-ignore
  });

  test('may fall ill all the same', async () => {
    await enter('xltyj-r1', { ...week, substitute: 'xltyj-r2' });
    expect((await enter('xltyj-r2', { from: '2026-12-08', to: '2026-12-08', kind: '病假' })).status).toBe(200);
  });

  test('of a ring of three is named in the refusal', async () => {
    await enter('xltyj-h1', { ...week, substitute: 'xltyj-h2' });
    await enter('xltyj-h2', { ...week, substitute: 'xltyj-h3' });
    const answer = await enter('xltyj-h3', { ...week, substitute: 'xltyj-h1' });
    expect(answer.body['details']['ring']).toEqual(['xltyj-h3', 'xltyj-h1', 'xltyj-h2', 'xltyj-h3']);
  });
});
