import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';
import { renumbered, storyOf, upTo, type Told } from '../support/stories.ts';

const dataPath = '/api/v1/public/decisions';
const phone = '00041876520';
const minor = '陶书晗';
let system: RecordedSystem;
const serial: Record<string, number> = { C01: 0, C08: 0, C09: 0 };
beforeAll(async () => {
  system = await createRecordedSystem();
});
afterAll(() => system.close());

type Body = Record<string, any>;
/** A demo story with its own numbers, some of its bodies said otherwise. */
function told(caseId: string, otherwise: Record<string, (body: Body) => Body>): Told[] {
  const story = renumbered(storyOf(caseId).requests, { opinion: serial[caseId]! + 1, decision: serial[caseId]! + 1 });
  serial[caseId]! += 1;
  return story
    .filter(({ person }) => person !== 'system')
    .map((one) => ({ ...one, body: otherwise[one.action]?.(one.body) ?? one.body }));
}
const penalty = (otherwise: Record<string, (body: Body) => Body>) => told('C01', otherwise);
const drafted = (change: (draft: Body) => Body) => (body: Body) => ({ ...body, draft: { ...body['draft'], ...change(body['draft']) } }); // prettier-ignore
const step = (story: Told[], action: string) => story.find((one) => one.action === action)!;

const numberOf = (story: Told[]) => String(step(story, 'issueDecision').body['documentNo']);

async function act(id: string, { person, action, at }: Told, body: object) {
  const answer = await system.post(person, `/api/v1/cases/${id}/actions/${action}`, body, at);
  return { status: answer.status, code: answer.body.code, found: answer.body.details?.found };
}

async function publicPages(documentNo: string, at: string): Promise<{ item: Body; text: string }> {
  const browser = system.api.browser();
  const clock = { 'Sanxiang-Clock': at };
  const asked = `documentNo=${encodeURIComponent(documentNo)}`;
  const { items } = (await browser.get(`${dataPath}?${asked}`).set(clock)).body as { items: Body[] };
  const list = (await browser.get(`/public?${asked}`).set(clock)).text;
  const page = (await browser.get(`/public/decisions/${encodeURIComponent(documentNo)}`).set(clock)).text;
  expect(items).toHaveLength(1);
  return { item: items[0]!, text: `${JSON.stringify(items)}${list}${page}` };
}

describe('what the public reads of a decision', () => {
  test('has everything personal hidden in facts, text and title, though whoever prepares it names nothing', async () => {
    const said = `${minor}到场`;
    const story = penalty({
      register: (body) => ({ ...body, title: `${body['title']}（${minor}）` }),
      saveDraft: drafted(({ text, facts }) => ({ text: `${text}${said}`, facts: `${facts}${said}` })),
      preparePublication: () => ({}),
    });
    await system.tellAll(upTo(story, 'publish'));
    const { item, text } = await publicPages(numberOf(story), step(story, 'close').at);
    expect(item['title']).toContain('（陶某某）');
    expect(item['facts']).toContain('陶某某到场');
    expect(JSON.stringify(item['fields'])).toContain('陶某某到场');
    for (const hidden of storyOf('C01').one.mustNotAppearInPublic) expect(text).not.toContain(hidden);
  });

  test('has it hidden in the title that was meant for the public, too', async () => {
    const publication = { kind: 'other', title: '关于阿木拟尔家的强制执行决定' };
    const story = told('C09', { register: (body) => ({ ...body, publication }) });
    await system.tellAll(upTo(story, 'publish'));
    const { item, text } = await publicPages(numberOf(story), step(story, 'close').at);
    expect([item['title'], item['fields'].title]).toEqual(['关于阿某家的强制执行决定', '关于阿某家的强制执行决定']);
    expect(text).not.toContain('阿木拟尔');
  });

  test('is, of one that is exempt, no more than to whom, under which number, by whom and why not', async () => {
    const [requests, { one }] = [told('C08', {}), storyOf('C08')];
    await system.tellAll(upTo(requests, 'approvePublication'));
    const { item, text } = await publicPages(numberOf(requests), step(requests, 'close').at); // prettier-ignore
    expect(Object.keys(item['fields'])).toEqual(['party', 'documentNo', 'agency', 'ground']);
    expect([item['kind'], item['title'], item['facts']]).toEqual(['exemption', '不予公开的行政执法决定', '']);
    expect(text).not.toContain(one.title.slice(-8));
    for (const hidden of one.mustNotAppearInPublic) expect(text).not.toContain(hidden);
  });

  test('says the lawful ground in words, where no provision was written', async () => {
    const story = told('C08', { exemptPublication: ({ basis: _, ...body }) => body });
    await system.tellAll(upTo(story, 'approvePublication'));
    const { item, text } = await publicPages(numberOf(story), step(story, 'close').at);
    expect(item['fields'].ground).toBe('商业秘密');
    expect(text).not.toContain('businessSecret');
  });
});

describe('a number that must not go out keeps the act from being done', () => {
  const unnamed = (body: Body) => ({ ...body, personalInfo: [] });
  const titled = (body: Body) => ({ ...body, publication: { ...body['publication'], title: phone } });
  const redactions = () => ({ redactions: [] });

  test.each<[string, string, Parameters<typeof penalty>[0], string]>([
    ['in the facts alone', 'C09', { register: unnamed, saveDraft: drafted(() => ({ facts: `电话${phone}`, text: '强制拆除' })) }, 'facts'], // prettier-ignore
    ['in the title of the case', 'C01', { register: (body) => ({ ...body, title: `${phone}案` }), preparePublication: redactions }, 'title'], // prettier-ignore
    ['in the title for the public', 'C01', { register: titled, preparePublication: redactions }, 'title'],
  ])('%s: it is not prepared', async (_where, caseId, otherwise, field) => {
    const clean = { saveDraft: drafted(() => ({ facts: '未培训上岗', text: '罚款' })) };
    const story = told(caseId, { ...clean, ...otherwise });
    const id = await system.tellAll(upTo(story, 'serve'));
    const prepared = step(story, 'preparePublication');
    const refused = await act(id, prepared, prepared.body);
    expect(refused).toMatchObject({ status: 409, code: 'publication.forbiddenField' });
    expect(refused.found).toContainEqual({ field, kind: 'phone' });
    expect(await system.db.asOwner('SELECT 1 FROM publication WHERE case_id = $1', [id])).toEqual([]);
  });

  test('in the reason for which a decision is not published, and nothing is proposed', async () => {
    const story = penalty({});
    const id = await system.tellAll(upTo(story, 'serve'));
    const exempting = { ...step(story, 'preparePublication'), action: 'exemptPublication' };
    const refused = await act(id, exempting, { ground: 'privacy', basis: `当事人电话${phone}` });
    expect(refused).toMatchObject({ status: 409, code: 'publication.forbiddenField', found: [{ field: 'ground', kind: 'phone' }] }); // prettier-ignore
    expect(await act(id, exempting, { ground: 'privacy', basis: '涉及个人隐私' })).toMatchObject({ status: 200 });
  });

  test('in a correction of what is published, or in the reason for which it is withdrawn', async () => {
    const story = penalty({});
    const id = await system.tellAll(upTo(story, 'publish'));
    const documentNo = numberOf(story);
    const later = step(story, 'close');
    const correcting = { ...later, person: step(story, 'publish').person, action: 'correctPublication' };
    const wrong = await act(id, correcting, { what: `电话应为${phone}`, reason: '录入错误' });
    expect(wrong).toMatchObject({ status: 409, code: 'publication.forbiddenField', found: [{ field: 'what', kind: 'phone' }] }); // prettier-ignore
    expect((await publicPages(documentNo, later.at)).item['corrections']).toEqual([]);
    expect(await act(id, correcting, { what: '金额单位有误', reason: '录入错误' })).toMatchObject({ status: 200 });
    expect((await publicPages(documentNo, later.at)).item['corrections']).toHaveLength(1);
    const annulling = { ...later, person: 'xltyj-l1', action: 'annulDecision' };
    const why = { reason: '复议决定', source: 'reconsideration', sourceNo: '示复决〔2026〕1号' };
    expect(await act(id, annulling, why)).toMatchObject({ status: 200 });
    const withdrawing = { ...correcting, action: 'withdrawPublication' };
    expect(await act(id, withdrawing, { reason: `${phone}来电` })).toMatchObject({ status: 409, code: 'publication.forbiddenField' }); // prettier-ignore
    expect((await publicPages(documentNo, later.at)).item['withdrawn']).toBeNull();
    expect(await act(id, withdrawing, { reason: '该决定已撤销' })).toMatchObject({ status: 200 });
    expect((await publicPages(documentNo, later.at)).item['withdrawn']).toMatchObject({ reason: '该决定已撤销' });
  });

  test('an approval does not outlive what it approved: prepared again, it waits for a second person again', async () => {
    const story = penalty({});
    const id = await system.tellAll(upTo(story, 'approvePublication'));
    const prepared = step(story, 'preparePublication');
    const at = step(story, 'approvePublication').at;
    expect(await act(id, { ...prepared, at }, { redactions: 'personalInfo' })).toMatchObject({ status: 200 });
    const [row] = await system.db.asOwner('SELECT status, approved_by FROM publication WHERE case_id = $1', [id]);
    expect(row).toEqual({ status: 'prepared', approved_by: null });
    expect((await act(id, { ...step(story, 'publish') }, step(story, 'publish').body)).status).toBe(409);
  });
});
