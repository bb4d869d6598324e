import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { leaveReadingAnswer } from '../../api/schemas/leave.ts';
import { createAdminSystem, type AdminSystem } from '../support/administration.ts';

const week = { from: '2099-12-07', to: '2099-12-11' };
let admin: AdminSystem;

beforeAll(async () => {
  admin = await createAdminSystem();
});
afterAll(() => admin.close());
beforeEach(() => admin.db.asOwner(`UPDATE person SET leave = '[]' WHERE agency_id = 'xltyj'`));

async function read(person: string, period?: { from: string; to: string }) {
  const { status, body } = await admin.get(person, `leave?${new URLSearchParams(period).toString()}`);
  expect({ status, body }).toMatchObject({ status: 200 });
  return leaveReadingAnswer.parse(body);
}
const onLeave = (person: string, leave: object[]) =>
  admin.db.asOwner(`UPDATE person SET leave = $2 WHERE id = $1`, [person, JSON.stringify(leave)]);

describe('one’s own leave', () => {
  test('is read with who stands in, and so is for whom one stands in', async () => {
    await onLeave('xltyj-r1', [{ ...week, kind: '年休假', substitute: 'xltyj-r2' }]);
    const mine = await read('xltyj-r1');
    expect(mine).toMatchObject({ leave: [{ ...week, kind: '年休假', substitute: 'xltyj-r2', when: 'coming' }], asked: null });
    const { standsInFor, leave } = await read('xltyj-r2');
    expect({ leave, standsInFor }).toMatchObject({ leave: [], standsInFor: [week] });
    expect((await read('xltyj-q1')).standsInFor).toEqual([]);
  }); // prettier-ignore

  test('who may stand in on given days is told, and of every other colleague why not, as entering it would', async () => {
    await onLeave('xltyj-r2', [{ ...week }]);
    const { asked } = await read('xltyj-r1', week);
    const whyOf = (id: string) => asked!.substitutes.find((one) => one.id === id)?.why;
    expect(whyOf('xltyj-r2')?.code).toBe('leave.substituteAway');
    expect(whyOf('xltyj-h1')).toEqual({ code: 'leave.substituteRole', zh: '没有您办理任务所需的角色：法制审核人员', en: 'does not hold every role in which you take tasks' }); // prettier-ignore
    expect(asked!.substitutes.map(({ id }) => id)).not.toContain('xltyj-r1');
    expect(asked!.substitutes.every(({ id }) => id.startsWith('xltyj-'))).toBe(true);
    await onLeave('xltyj-r2', [{ ...week, substitute: 'xltyj-r1' }]);
    const { asked: again } = await read('xltyj-r1', week);
    const [r1, r2] = await admin.db.asOwner<{ name: string }>(`SELECT name FROM person WHERE id IN ('xltyj-r1', 'xltyj-r2') ORDER BY id`); // prettier-ignore
    expect(again!.substitutes.find(({ id }) => id === 'xltyj-r2')?.why?.zh).toBe(`会成为互相替岗：${r1!.name}→${r2!.name}→${r1!.name}`); // prettier-ignore
    const { csrf, browser } = await admin.api.signedIn('xltyj-r1');
    for (const { id, why } of again!.substitutes) {
      const headers = { 'X-CSRF-Token': csrf, 'Idempotency-Key': `try-${id}` };
      const { status, body } = await browser.post('/api/v1/people/xltyj-r1/leave').set(headers).send({ ...week, substitute: id }); // prettier-ignore
      expect([id, status, (body as { code?: string }).code]).toEqual([id, why ? 409 : 200, why?.code]);
    }
  });

  test('days that cannot be are told before anybody is chosen', async () => {
    await onLeave('xltyj-r1', [week]);
    const crossed = await read('xltyj-r1', { from: '2099-12-20', to: '2099-12-19' });
    expect(crossed.asked).toMatchObject({ problem: { code: 'leave.endsBeforeBegins' }, substitutes: [] });
    const twice = await read('xltyj-r1', { from: '2099-12-11', to: '2099-12-12' });
    expect(twice.asked?.problem?.zh).toContain('与您2099-12-07至2099-12-11的休假重叠');
    // That one is changed by entering it anew.
    expect((await read('xltyj-r1', { from: week.from, to: '2099-12-12' })).asked?.problem).toBeNull();
    const { browser } = await admin.api.signedIn('xltyj-r1');
    expect((await browser.get('/api/v1/leave?from=soon&to=later')).status).toBe(400);
  });
});

describe('another’s leave', () => {
  const ask = async (reader: string, person: string, period: Record<string, string> = week) =>
    (await admin.get(reader, `people/${person}/leave?${new URLSearchParams(period).toString()}`)) as { status: number; body: Record<string, any> };

  test('is told the system administrator of the agency as it is told the person, in words about them', async () => {
    await onLeave('xltyj-r2', [week]);
    const own = await read('xltyj-r1', week);
    const { asked } = leaveReadingAnswer.parse((await ask('xltyj-y1', 'xltyj-r1')).body);
    const codes = (all: NonNullable<typeof asked>['substitutes']) => all.map(({ id, why }) => [id, why?.code]);
    expect(codes(asked!.substitutes)).toEqual(codes(own.asked!.substitutes));
    const why = asked!.substitutes.find(({ id }) => id === 'xltyj-h1')?.why;
    expect(why).toMatchObject({ zh: '没有休假人办理任务所需的角色：法制审核人员', en: expect.stringContaining('they take tasks') });
    const twice = await ask('xltyj-y1', 'xltyj-r2', { from: '2099-12-11', to: '2099-12-12' });
    expect(twice.body['asked'].problem).toMatchObject({ code: 'leave.overlaps', zh: expect.stringContaining('与该人员2099-12-07') });
    expect((await ask('xltyj-r1', 'xltyj-r1')).body).toEqual(own);
  });

  test('is told nobody else: no colleague, no other administrator, none of another agency', async () => {
    expect(await ask('xltyj-l1', 'xltyj-r1')).toMatchObject({ status: 403, body: { code: 'role.missing' } });
    for (const other of ['xltyj-c1', 'xltyj-t1']) {
      expect(await ask(other, 'xltyj-r1')).toMatchObject({ status: 403, body: { code: 'admin.keptApart' } });
    }
    expect(await ask('xltsf-y1', 'xltyj-r1')).toMatchObject({ status: 404, body: { code: 'person.unknown' } });
    expect(await ask('xltyj-y1', 'asys-h1')).toMatchObject({ status: 404, body: { code: 'person.unknown' } });
    expect((await ask('xltyj-y1', 'xltyj-r1', { from: 'soon', to: 'later' })).status).toBe(400);
  });

  test('is told the administrator above of an agency that has none, who may enter it: of that agency’s people', async () => {
    await admin.db.asOwner(`UPDATE person SET roles = '{}' WHERE id = 'xltyj-y1'`);
    const own = await read('xltyj-r1', week);
    const { asked } = leaveReadingAnswer.parse((await ask('xltsf-y1', 'xltyj-r1')).body);
    expect(asked!.substitutes.map(({ id }) => id)).toEqual(own.asked!.substitutes.map(({ id }) => id));
    const entered = await admin.api.signedIn('xltsf-y1');
    for (const { id, why } of asked!.substitutes) {
      const headers = { 'X-CSRF-Token': entered.csrf, 'Idempotency-Key': `above-${id}` };
      const { status, body } = await entered.browser.post('/api/v1/people/xltyj-r1/leave').set(headers).send({ ...week, substitute: id });
      expect([id, status, (body as { code?: string }).code]).toEqual([id, why ? 409 : 200, why?.code]);
    }
    expect(await ask('asys-y1', 'xltyj-r1')).toMatchObject({ status: 404, body: { code: 'person.unknown' } });
    await admin.db.asOwner(`UPDATE person SET roles = '{systemAdmin}' WHERE id = 'xltyj-y1'`);
    expect(await ask('xltsf-y1', 'xltyj-r1')).toMatchObject({ status: 404, body: { code: 'person.unknown' } });
  });
}); // prettier-ignore
