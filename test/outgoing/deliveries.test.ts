import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { gatherDeliveries } from '../../prisma/deliveries.ts';
import { rebuildReadModel } from '../../rebuild/read-model.ts';
import { withClient } from '../support/database.ts';
import { textOf } from '../support/mail-server.ts';
import { createOutgoingSystem, email, reviewer, type OutgoingSystem } from '../support/outgoing-system.ts';

let out: OutgoingSystem;
const key = '693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa';

beforeAll(async () => {
  out = await createOutgoingSystem();
});
afterAll(() => out.close());
afterEach(async () => {
  out.mail.behaviour = 'takes';
  out.wecom.behaviour = 0;
  await out.system.db.asOwner('DELETE FROM delivery_part');
  await out.system.db.asOwner('DELETE FROM delivery');
  out.mail.received.length = 0;
  out.wecom.received.length = 0;
});

test('nothing waits to leave for people without an address', async () => {
  await out.urge();
  expect(await out.system.db.asOwner('SELECT FROM delivery_part')).toEqual([]);
  expect(await out.look()).toBe(0);
});

describe('with an address for mail', () => {
  beforeAll(async () => {
    const { status, body } = await out.admin(`people/${reviewer}/contact`, { email });
    expect([status, body]).toEqual([200, { person: reviewer, mail: true }]);
  });

  test('several notices leave as one message, which says how many cases they are of', async () => {
    for (let n = 0; n < 3; n += 1) await out.urge();
    expect(await out.look()).toBe(1);
    expect(out.mail.received.map(({ to }) => to)).toEqual([email]);
    expect(textOf(out.mail.received[0]!.raw)).toContain('您有 1 件案件被催办，请登录三项办理。');
    expect(await out.look()).toBe(0);
    expect(await out.deliveries()).toMatchObject([{ status: 'delivered', attempts: 1, reason: null }]);
  });

  test('not before they have been gathered for as long as is set', async () => {
    await out.urge();
    expect(await out.look(0, { gatherMs: 60_000 })).toBe(0);
    expect(await out.look(2, { gatherMs: 60_000 })).toBe(1);
  });

  test('nothing personal leaves: no name, title, number or id of a case, party or person', async () => {
    await out.urge();
    await out.look();
    const [{ raw } = { raw: '' }] = out.mail.received;
    const rows = await out.system.db.asOwner<{ title: string; party_name: string; names: string[] }>(
      `SELECT title, party_name, ARRAY(SELECT name FROM person) AS names FROM case_file WHERE id = '${out.caseId}'`,
    );
    const { title, party_name, names } = rows[0]!;
    const bytes = `${raw}\n${textOf(raw)}\n${decodeURIComponent(encodeURIComponent(raw))}`;
    for (const personal of [title, party_name, out.caseId, ...names, reviewer, '盘锦'])
      expect(bytes).not.toContain(personal);
    expect(bytes).toContain('https://sanxiang.example.gov.cn/');
  });

  test('outside office hours nothing leaves, and with the next opening it does', async () => {
    await out.urge();
    const hours = { from: 8.5 * 3_600_000, to: 17.5 * 3_600_000 };
    const sentAt = (moment: string) => out.look(0, { hours, now: () => Date.parse(`${moment}:00+08:00`) });
    const written = (moment: string) =>
      `UPDATE delivery_part SET (ready_at, created_at) = ('${moment}+08', '${moment}+08')`;
    await out.system.db.asOwner(written('2099-03-06T18:00'));
    for (const closed of ['2099-03-07T11:00', '2099-03-08T11:00', '2099-03-09T03:00', '2099-03-09T08:29'])
      expect([closed, await sentAt(closed)]).toEqual([closed, 0]);
    expect(await sentAt('2099-03-09T08:31')).toBe(1);
  });

  test('what waited over the longest holidays still leaves, and what is a month old goes nowhere', async () => {
    const waited = (days: number) => `UPDATE delivery_part SET (ready_at, created_at) = (now() - interval '${days} days', now() - interval '${days} days')`; // prettier-ignore
    await out.urge();
    await out.system.db.asOwner(waited(10));
    expect(await out.look()).toBe(1);
    await out.urge();
    await out.system.db.asOwner(waited(31));
    expect(await out.look()).toBe(0);
  });

  test('what was read meanwhile does not leave', async () => {
    await out.urge();
    const { browser, csrf } = await out.system.api.signedIn(reviewer);
    await browser.post('/api/v1/notifications/read-all').set('X-CSRF-Token', csrf).send({}).expect(200);
    expect(await out.look()).toBe(0);
    expect(out.mail.received).toEqual([]);
  });

  test('a rebuild that gives notices anew sends none', async () => {
    await out.system.db.asOwner(`DELETE FROM notification WHERE person_id = '${reviewer}'`);
    expect((await rebuildReadModel(out.system.db.ownerUrl)).differed).toBe(1);
    expect(await out.system.db.asOwner('SELECT FROM delivery_part')).toEqual([]);
  });

  test('what is for later is tried again, later and later, under the same id, and given up with its reason', async () => {
    await out.urge();
    out.mail.behaviour = 'greylists';
    let minutes = 0;
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      expect(await out.look(minutes)).toBe(1);
      expect(await out.look(minutes)).toBe(0);
      minutes += 481;
    }
    expect(await out.look(minutes)).toBe(0);
    expect(await out.deliveries()).toMatchObject([{ status: 'givenUp', attempts: 8, reason: 'smtp.451' }]);
    const { body } = await out.system.get('xltyj-y1', '/api/v1/admin/deliveries?status=givenUp');
    expect(body.items).toMatchObject([{ target: reviewer, channel: 'mail', attempts: 8, reason: 'smtp.451' }]);
    expect(JSON.stringify(body)).not.toContain(email);
    expect((await out.system.get('xltyj-h1', '/api/v1/admin/deliveries')).status).toBe(403);
  });

  test('what is refused for good is given up at once', async () => {
    await out.urge();
    out.mail.behaviour = 'unknownRecipient';
    await out.look();
    expect(await out.deliveries()).toMatchObject([{ status: 'givenUp', attempts: 1, reason: 'smtp.550' }]);
    expect(out.logged.join('\n')).not.toContain('example.gov.cn');
  });

  test('a message of which nobody knows what became is sent again under its id when its claim ends', async () => {
    await out.urge();
    out.mail.behaviour = 'drops';
    await out.look();
    out.mail.behaviour = 'takes';
    await out.look(2);
    const ids = out.mail.received.map(({ raw }) => /^Message-ID: (.*)\r$/m.exec(raw)?.[1]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect(await out.deliveries()).toMatchObject([{ status: 'delivered', attempts: 2 }]);
  });

  test('of several workers one sends a message', async () => {
    await out.urge();
    const sent = await Promise.all([out.look(), out.look(), out.look()]);
    expect(sent.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(out.mail.received).toHaveLength(1);
  });

  test('a message that another worker has in hand keeps nobody waiting: the next one is sent', async () => {
    await out.urge();
    await gatherDeliveries(out.pool, Date.now(), 0);
    await out.system.db.asOwner(
      `INSERT INTO delivery (agency_id, channel, target, counts, status, next_at, created_at)
       SELECT agency_id, channel, target, counts, status, next_at, created_at FROM delivery`,
    );
    await withClient(out.system.db.ownerUrl, async (other) => {
      await other.query('BEGIN; SELECT FROM delivery WHERE id = (SELECT min(id) FROM delivery) FOR UPDATE');
      const sent = out.look();
      expect(await Promise.race([sent, sleep(30_000, 'waits', { ref: false })])).toBe(1);
      await other.query('ROLLBACK');
    });
    expect(await out.look()).toBe(1);
  });

  test('a person switches mail off for themselves, and on again', async () => {
    const { browser, csrf } = await out.system.api.signedIn(reviewer);
    const change = (mail: boolean) => browser.post('/api/v1/notifications/settings').set('X-CSRF-Token', csrf).send({ mail }).expect(200); // prettier-ignore
    await out.urge();
    expect((await change(false)).body).toEqual({ mail: false, email });
    await out.urge();
    await out.look();
    expect(out.mail.received).toEqual([]);
    expect(await out.deliveries()).toMatchObject([{ status: 'givenUp', reason: 'address.gone' }]);
    expect((await change(true)).body).toEqual({ mail: true, email });
    expect((await browser.get('/api/v1/notifications/settings')).body).toEqual({ mail: true, email });
    await out.urge();
    expect(await out.look()).toBe(1);
  });
});

describe('a group robot', () => {
  beforeAll(async () => {
    await out.admin(`people/${reviewer}/contact`, { email: null });
    const { status, body } = await out.admin('robots', { section: 'xltyj-A', key });
    expect([status, body]).toEqual([200, { agency: 'xltyj', section: 'xltyj-A', channel: 'wecom', robot: true }]);
  });

  test('tells its section how many cases press, and nothing personal', async () => {
    await out.urge();
    expect(await out.look()).toBe(1);
    expect(out.wecom.received).toHaveLength(1);
    const [{ key: used, raw } = { key: '', raw: '' }] = out.wecom.received;
    expect(used).toBe(key);
    expect(JSON.parse(raw).markdown.content).toBe(
      '您有 1 件案件被催办，请登录三项办理。\n[https://sanxiang.example.gov.cn/](https://sanxiang.example.gov.cn/)',
    );
  });

  test('is not told of every task', async () => {
    await out.system.post(reviewer, `/api/v1/cases/${out.caseId}/actions/copyTo`, { to: ['xltyj-s1'] });
    expect(await out.look()).toBe(0);
  });

  test('takes twenty messages a minute, those beyond wait', async () => {
    await out.admin('robots', { section: 'xltyj-A', key: `${key}-2` });
    for (let n = 0; n < 22; n += 1) {
      await out.urge();
      await out.look();
    }
    expect(out.wecom.received).toHaveLength(20);
    const waiting = (await out.deliveries()).filter(({ status }) => status === 'waiting');
    expect(waiting.map(({ attempts }) => attempts)).toEqual([0, 0]);
  });

  test('that is gone is given up, with the reason', async () => {
    await out.urge();
    out.wecom.behaviour = 93000;
    await out.look(5);
    expect(await out.deliveries()).toMatchObject([{ status: 'givenUp', reason: 'wecom.93000' }]);
    expect(out.logged.join('\n')).not.toContain(key);
  });

  test('has a key that stands in no trail, command or answer', async () => {
    const kept = await out.system.db.asOwner<{ row: string }>(
      `SELECT to_jsonb(c)::text AS row FROM command_intake c UNION ALL SELECT to_jsonb(a)::text FROM admin_change a`,
    );
    const all = kept.map(({ row }) => row).join('\n');
    expect(all).toContain('noticeRobot');
    expect(all).not.toContain(key);
    expect(all).not.toContain(email);
    expect(out.system.api.logged.join('\n')).not.toContain(key);
  });
});

describe('addresses are the system administrator’s', () => {
  test.each([
    ['people/xltyj-f1/contact', { email: 'x@example.gov.cn' }, 'xltyj-h1', 403],
    ['people/xltyj-f1/contact', { email: 'x@example.gov.cn' }, 'xltyj-c1', 403],
    ['people/nobody/contact', { email: 'x@example.gov.cn' }, 'xltyj-y1', 404],
    ['people/xltyj-f1/contact', { email: 'no address\r\nBcc: x@y.cn' }, 'xltyj-y1', 400],
    ['people/xltyj-f1/contact', {}, 'xltyj-y1', 400],
    ['robots', { key: 'https://evil.example/' }, 'xltyj-y1', 400],
    ['robots', { section: 'asys-A', key }, 'xltyj-y1', 404],
    ['robots', { key, channel: 'dingtalk' }, 'xltyj-y1', 400],
  ])('%s %j by %s', async (path, body, person, status) => {
    expect((await out.admin(path, body, person)).status).toBe(status);
  });
});
