import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';
import { storyOf, upTo } from '../support/stories.ts';

const head = 'xltyj-s1';
const leaving = 'xltyj-h1';
const at = '2026-02-13T09:00:00+08:00';
let system: RecordedSystem;
/** f1 did the first review of one, and has no part in the other. */
let reviewed: string;
let filed: string;

interface Judged {
  id: string;
  mayNot: { code: string } | null;
  to: { person: string; why: { code: string; zh: string } | null }[];
}

beforeAll(async () => {
  system = await createRecordedSystem();
  reviewed = await system.tellAll(upTo(storyOf('C01').requests, 'passFirstReview'));
  filed = await system.tellAll(upTo(storyOf('C01', 1).requests, 'register'));
});
afterAll(() => system.close());

const read = (reader: string, path = '') => system.get(reader, `/api/v1/hand-over${path}`, at);

async function judged(reader: string, path: string, id: string): Promise<Judged> {
  const { cases } = (await read(reader, path)).body as { cases: Judged[] };
  return cases.find((one) => one.id === id)!;
}
const whyOf = ({ to }: Judged, person: string) => to.find((one) => one.person === person)?.why;

describe('the dry run of handing over a person’s tasks', () => {
  test('lists who has tasks, those with most in hand first, with leave', async () => {
    const { items } = (await read(head)).body as { items: { id: string; inHand: number; away: string | null }[] };
    const counts = items.map(({ inHand }) => inHand);
    expect(counts).toEqual(counts.toSorted((one, other) => other - one));
    expect(items.find(({ id }) => id === leaving)?.inHand).toBe(1);
    expect(items.find(({ id }) => id === 'xltyj-h8')).toMatchObject({ away: 'onLeave', awayUntil: '2026-06-12' });
    expect(items.map(({ id }) => id)).not.toContain('xltyj-y1');
  });

  test('says of each case which colleague may take it, and of the others why not', async () => {
    const { body } = await read(head, `/${leaving}`);
    expect(body).toMatchObject({ action: 'reassign', person: { name: '晏秉衡' }, total: 2 });
    const one = await judged(head, `/${leaving}`, filed);
    expect(one.mayNot).toBeNull();
    expect(whyOf(one, 'xltyj-f1')).toBeNull();
    expect(whyOf(one, 'xltyj-h2')?.code).toBe('certificate.fewerThanTwo');
    expect(whyOf(one, 'xltyj-h5')?.code).toBe('certificate.expired');
    expect(whyOf(one, 'xltyj-h6')?.code).toBe('certificate.category');
    expect(whyOf(one, 'xltyj-h8')).toMatchObject({ code: 'person.leave', zh: '休假至6月12日（周五）' });
    expect(one.to.map(({ person }) => person)).not.toContain('xltyj-q1');
  });

  test('says where the separation of duties forbids it', async () => {
    const one = await judged(head, `/${leaving}`, reviewed);
    expect(whyOf(one, 'xltyj-f1')).toMatchObject({ code: 'duty.separation', zh: '已在本案担任初审，职责分离' });
    expect(whyOf(one, 'xltyj-h3')).toBeNull();
  });

  test('is the same answer as that of the act itself', async () => {
    const body = { from: leaving, to: 'xltyj-f1', reason: '调离' };
    const refused = await system.post(head, `/api/v1/cases/${reviewed}/actions/reassign`, body, at);
    expect([refused.status, refused.body.code]).toEqual([403, 'duty.separation']);
    const done = await system.post(head, `/api/v1/cases/${filed}/actions/reassign`, body, at);
    expect(done.status).toBe(200);
    const { body: left } = await read(head, `/${leaving}`);
    expect(left.cases.map(({ id }: Judged) => id)).toEqual([reviewed]);
  });

  test('of a delegation asks for its last day, not before today', async () => {
    const late = await judged(head, `/${leaving}?until=2026-02-01`, reviewed);
    expect(whyOf(late, 'xltyj-h3')?.code).toBe('reasons.missing');
    const { body } = await read(head, `/${leaving}?until=2026-02-20`);
    expect(body.action).toBe('delegate');
    expect((await read(head, `/${leaving}?until=soon`)).status).toBe(400);
  });

  test('says that somebody who is neither holder nor head hands over nothing', async () => {
    const one = await judged('xltyj-p1', `/${leaving}`, reviewed);
    expect(one).toMatchObject({ mayNot: { code: 'duty.notHolderOrHead' }, to: [] });
  });

  test('is not for administrators, who read no case, nor across agencies', async () => {
    expect((await read('xltyj-y1', `/${leaving}`)).body).toMatchObject({ status: 403, code: 'role.missing' });
    expect((await read('wsq-q1', `/${leaving}`)).body).toMatchObject({ status: 404, code: 'person.unknown' });
    expect((await read(head, '/nobody')).body).toMatchObject({ status: 404, code: 'person.unknown' });
  });
});
