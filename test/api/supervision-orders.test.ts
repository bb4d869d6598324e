import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { orderPage, ordersPage, type ListedOrder, type OrderPage } from '../../api/schemas/supervision-orders.ts';
import { createRecordedSystem, type Answer, type RecordedSystem } from '../support/recorded-system.ts';
import { requestFor, storyOf, upTo } from '../support/stories.ts';

const base = '/api/v1/supervision-orders';
const overseer = 'eedssf-o1';
const at = (day: string, time = '09:00') => `${day}T${time}:00+08:00`;
const opening = { agency: 'wsq', subject: '法制审核普遍超期', reason: '上半年三件超期', requires: '整改并书面报告' };

let system: RecordedSystem;
let caseId: string;
beforeAll(async () => {
  system = await createRecordedSystem();
  const { requests } = storyOf('C10');
  caseId = await system.tellAll(upTo(requests, 'reassign').filter(({ person }) => person !== 'system'));
});
afterAll(() => system.close());

const act = (person: string, id: string, action: string, body: object, moment: string): Promise<Answer> =>
  system.post(person, `${base}/${id}/actions/${action}`, body, moment);
async function opened(body: object = {}, moment = at('2026-03-02')): Promise<OrderPage> {
  const { status, body: answer } = await system.post(overseer, base, { ...opening, ...body }, moment);
  expect({ status, answer }).toMatchObject({ status: 201 });
  return orderPage.parse(answer);
}
async function listed(person: string, query = '', moment = at('2026-12-01')): Promise<ListedOrder[]> {
  const { status, body } = await system.get(person, `${base}?${query}`, moment);
  expect({ status, body }).toMatchObject({ status: 200 });
  const page = ordersPage.parse(body);
  expect(page.total).toBe(page.items.length);
  return page.items;
}
const said = ({ status, body }: Answer) => [status, body.code];

describe('an order on an agency as a whole', () => {
  test('goes from its opening through reply, return and second reply to its close', async () => {
    const order = await opened({ cases: [caseId] }, at('2026-11-02'));
    expect(order).toMatchObject({
      on: 'agency', status: 'open', openedBy: overseer, subject: opening.subject, due: { day: '2026-11-09' }, allowedActions: [],
      cases: [{ id: caseId }],
    }); // prettier-ignore
    const { id } = order;
    expect((await system.get('wsq-l1', `${base}/${id}`, at('2026-11-02', '10:00'))).body.allowedActions).toEqual([
      { action: 'replySupervision', label: '督办回复' },
    ]);
    expect(said(await act('wsq-q1', id, 'replySupervision', { reply: '已整改' }, at('2026-11-04')))).toEqual([200, undefined]); // prettier-ignore
    const back = await act(overseer, id, 'returnSupervision', { reason: '未说明原因' }, at('2026-11-05'));
    expect(orderPage.parse(back.body)).toMatchObject({ status: 'returned', returns: 1, due: { day: '2026-11-12' } });
    await act('wsq-l1', id, 'replySupervision', { reply: '原因是人员不足' }, at('2026-11-06'));
    const closed = await act(overseer, id, 'closeSupervision', { conclusion: '同意' }, at('2026-11-09'));
    expect(orderPage.parse(closed.body)).toMatchObject({ status: 'closed', due: null, closedAt: at('2026-11-09') });
    expect(
      closed.body.history.map((event: any) => [
        event.type,
        event.actor,
        event.words.reason ?? event.words.reply ?? event.words.conclusion,
      ]),
    ).toEqual([
      ['openSupervision', overseer, opening.reason],
      ['replySupervision', 'wsq-q1', '已整改'],
      ['returnSupervision', overseer, '未说明原因'],
      ['replySupervision', 'wsq-l1', '原因是人员不足'],
      ['closeSupervision', overseer, '同意'],
    ]);
  });

  test('the rungs of its reply deadline are recorded and tell the head of the agency, then the overseers', async () => {
    const { id } = await opened({}, at('2026-03-02'));
    const answer = await act('wsq-q1', id, 'replySupervision', { reply: '迟复' }, at('2026-04-01'));
    const rungs = answer.body.history.filter(({ actor }: any) => actor === 'system');
    expect(rungs.map(({ type, at: moment, told }: any) => [type, moment.slice(0, 10), told])).toEqual([
      ['remind', '2026-03-05', ['wsq-l1']],
      ['remind', '2026-03-06', ['wsq-l1']],
      ['markOverdue', '2026-03-10', ['wsq-l1', 'eedssf-o1', 'eedssf-o2']],
      ['escalate', '2026-03-12', ['wsq-l1']],
      ['escalate', '2026-03-17', ['eedssf-o1', 'eedssf-o2']],
    ]);
  });

  test.each([
    ['an overseer of another bureau', 'xltsf-o1', opening, 403, 'role.missing'],
    ['a leader of the agency itself', 'wsq-l1', opening, 403, 'role.missing'],
    ['an order without a reason', overseer, { ...opening, reason: ' ' }, 409, 'reasons.missing'],
    ['an agency that is not there', overseer, { ...opening, agency: 'nowhere' }, 404, 'agency.unknown'],
    ['an order without a subject', overseer, { ...opening, subject: ' ' }, 400, 'input.invalid'],
    ['a case of another agency', overseer, { ...opening, cases: ['00000000-0000-4000-8000-000000000000'] }, 400, 'input.invalid'],
    ['a field that nobody knows', overseer, { ...opening, dueOn: '2026-01-01' }, 400, 'input.invalid'],
  ])('%s is refused, and nothing is opened', async (_what, person, body, status, code) => {
    const before = await listed(overseer);
    expect(said(await system.post(person, base, body, at('2026-03-02')))).toEqual([status, code]);
    expect(await listed(overseer)).toEqual(before);
  }); // prettier-ignore

  test('names cases of the agency that it is on, and not of another that the same bureau oversees', async () => {
    const elsewhere = 'czsw';
    const theirs = await system.tellAll(storyOf('C03').requests.slice(0, 1));
    const [known] = await system.db.asOwner<{ agency_id: string; by: string }>(
      'SELECT f.agency_id, a.overseen_by AS by FROM case_file f JOIN agency a ON a.id = f.agency_id WHERE f.id = $1',
      [theirs],
    );
    expect(known?.agency_id).toBe(elsewhere);
    await system.db.asOwner(`UPDATE agency SET overseen_by = 'eedssf' WHERE id = $1`, [elsewhere]);
    await system.db.asOwner(`INSERT INTO agency_grant VALUES ($1, 'eedssf')`, [elsewhere]);
    try {
      const before = await listed(overseer);
      const answer = await system.post(overseer, base, { ...opening, cases: [caseId, theirs] }, at('2026-11-02'));
      expect(said(answer)).toEqual([400, 'input.invalid']);
      expect(answer.body.details.issues).toMatchObject([{ path: 'cases.1' }]);
      expect(await listed(overseer)).toEqual(before);
      await opened({ agency: elsewhere, cases: [theirs] }, at('2026-11-02'));
    } finally {
      await system.db.asOwner(`DELETE FROM agency_grant WHERE agency_id = $1 AND grantee_id = 'eedssf'`, [elsewhere]);
      await system.db.asOwner('UPDATE agency SET overseen_by = $2 WHERE id = $1', [elsewhere, known!.by]);
    }
  });

  test.each([
    ['the close before a reply', 'closeSupervision', overseer, {}, 409, 'supervision.noReply'],
    ['the return before a reply', 'returnSupervision', overseer, { reason: '理由' }, 409, 'supervision.noReply'],
    ['a reply without words', 'replySupervision', 'wsq-l1', {}, 409, 'reasons.missing'],
    ['a reply by a handler', 'replySupervision', 'wsq-h3', { reply: '回复' }, 403, 'role.missing'],
    ['a reply by the overseer', 'replySupervision', overseer, { reply: '回复' }, 403, 'role.missing'],
    ['a reply of another agency', 'replySupervision', 'xltyj-l1', { reply: '回复' }, 404, 'order.unknown'],
    ['a second opening', 'openSupervision', overseer, { reason: '理由' }, 404, 'action.unknown'],
  ])('%s is refused, and the refusal is kept with its leaf', async (_what, action, person, body, status, code) => {
    const { id } = await opened();
    expect(said(await act(person, id, action, body, at('2026-03-03')))).toEqual([status, code]);
    const kept = await system.db.asOwner<{ code: string; leaves: number }>(
      `SELECT i.code, count(l.ref)::int AS leaves FROM command_intake i LEFT JOIN ledger_leaf l ON l.kind = 'refusal' AND l.ref = i.id
       WHERE i.case_id = $1 AND i.status = 'refused' GROUP BY i.code`,
      [id],
    );
    expect(kept).toEqual(status === 404 ? [] : [{ code, leaves: 1 }]);
    expect((await system.get(overseer, `${base}/${id}`, at('2026-03-03'))).body.status).toBe('open');
  }); // prettier-ignore

  test('what is closed stays closed', async () => {
    const { id } = await opened();
    await act('wsq-l1', id, 'replySupervision', { reply: '回复' }, at('2026-03-03'));
    await act(overseer, id, 'closeSupervision', {}, at('2026-03-04'));
    expect(said(await act('wsq-l1', id, 'replySupervision', { reply: '回复' }, at('2026-03-05')))).toEqual([409, 'supervision.closed']); // prettier-ignore
  });
});

describe('orders on cases', () => {
  test('are listed with the reason for which the clock opened them, and led to from there', async () => {
    const [order] = await listed(
      overseer,
      `case=${caseId}&text=${encodeURIComponent('自动督办')}`,
      at('2026-10-09', '10:00'),
    );
    expect(order).toMatchObject({
      on: 'case', case: { id: caseId, title: '高拟山房屋征收补偿决定案' }, openedBy: 'system', status: 'open',
      because: { deadline: 'stage', limit: 'legalReview', rung: 'plus5' }, openedAt: at('2026-10-09', '00:00'),
    }); // prettier-ignore
    const { body } = await system.get(overseer, `${base}/${order!.id}`, at('2026-10-09', '10:00'));
    expect(orderPage.parse(body).history).toMatchObject([{ type: 'openSupervision', asked: ['wsq-s2', 'wsq-l3'] }]);
    const refused = await act('wsq-l2', order!.id, 'replySupervision', { reply: '回复' }, at('2026-10-09', '10:00'));
    expect([...said(refused), refused.body.details]).toEqual([409, 'order.ofCase', { caseId }]);
  });

  test('the page of the case shows the order and who was urged, and the list how often', async () => {
    const { body } = await system.get('wsq-q1', `/api/v1/cases/${caseId}`, at('2026-10-09', '10:00'));
    expect(body.supervision).toMatchObject({ status: 'open', openedBy: 'system', asked: ['wsq-s2', 'wsq-l3'], replyDueAt: '2026-10-15T23:59:59+08:00' }); // prettier-ignore
    expect(body.urgings).toMatchObject([
      { by: 'wsq-q1', whom: ['wsq-r1'], text: '已超期，请说明进度。', answered: null },
      { by: 'eedssf-o1', whom: ['wsq-r1'], answered: null },
    ]);
    const inbox = await system.get('wsq-r2', '/api/v1/inbox', at('2026-10-09', '10:00'));
    expect(inbox.body.items[0].urged).toEqual({
      times: 2,
      unanswered: 2,
      label: '催办 2 次',
      labelEn: 'urged 2 times',
    });
  });

  test('an answered urging names the act that answered it', async () => {
    const { requests } = storyOf('C10');
    await system.tellAll([requestFor(requests, 'replySupervision'), requestFor(requests, 'giveOpinion')], caseId);
    const { body } = await system.get('wsq-q1', `/api/v1/cases/${caseId}`, at('2026-10-12', '16:00'));
    expect(body.urgings.map(({ answered }: any) => answered.by)).toEqual(['wsq-r2', 'wsq-r2']);
  });
});

describe('the list', () => {
  test('shows each to the overseers of the bureau and to the agency, and to nobody else', async () => {
    const mine = (await listed(overseer)).map(({ id }) => id);
    expect(mine.length).toBeGreaterThan(5);
    expect((await listed('wsq-h3')).map(({ id }) => id)).toEqual(mine);
    for (const person of ['xltsf-o1', 'xltyj-l1']) expect(await listed(person)).toEqual([]);
    expect(said(await system.get('wsq-y1', base, at('2026-12-01')))).toEqual([403, 'role.missing']);
    expect(said(await system.get('xltsf-o1', `${base}/${mine[0]}`, at('2026-12-01')))).toEqual([404, 'order.unknown']);
  });

  test('narrows by status, lateness, region, agency and words', async () => {
    const all = await listed(overseer);
    const of = async (query: string) => (await listed(overseer, query)).map(({ id }) => id).sort();
    const where = (keep: (order: ListedOrder) => boolean) =>
      all
        .filter(keep)
        .map(({ id }) => id)
        .sort();
    expect(await of('status=closed')).toEqual(where(({ status }) => status === 'closed'));
    expect(await of('overdue=true')).toEqual(where(({ overdue }) => overdue));
    expect(await of('overdue=false')).toEqual(where(({ overdue }) => !overdue));
    expect(where(({ overdue }) => overdue).length).toBeGreaterThan(0);
    expect(await of('agency=wsq&region=150600')).toEqual(where(() => true));
    expect(await of('region=211103')).toEqual([]);
    expect(await of(`text=${encodeURIComponent('普遍 三件')}`)).toEqual(where(({ on }) => on === 'agency'));
    expect(await of(`text=${encodeURIComponent('从未有过')}`)).toEqual([]);
  });

  test('comes in pages that miss nothing and repeat nothing, each with the total', async () => {
    const all = (await listed(overseer)).map(({ id }) => id);
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await system.get(overseer, `${base}?limit=2${cursor && `&cursor=${cursor}`}`, at('2026-12-01'));
      expect(body.total).toBe(all.length);
      seen.push(...body.items.map(({ id }: ListedOrder) => id));
      if (!body.nextCursor) break;
      cursor = body.nextCursor;
    }
    expect(seen).toEqual(all);
  });
});
