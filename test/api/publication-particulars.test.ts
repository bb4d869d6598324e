import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';
import { renumbered, requestFor, storyOf, upTo, type Told } from '../support/stories.ts';

type Body = Record<string, any>;
let system: RecordedSystem;
const serial: Record<string, number> = {};
beforeAll(async () => {
  system = await createRecordedSystem();
});
afterAll(() => system.close());

/** A demo story with its own numbers, filed with what is said here of its publication. */
function filedWith(caseId: string, publication: object | undefined): Told[] {
  serial[caseId] = (serial[caseId] ?? 0) + 1;
  const story = storyOf(caseId).requests.filter(({ person }) => person !== 'system');
  const numbers = serial[caseId] > 1 ? { opinion: serial[caseId], decision: serial[caseId] } : {};
  return renumbered(story, numbers).map((one) =>
    one.action === 'register' ? { ...one, body: { ...one.body, publication } } : one,
  );
}

function bodyOf(story: Told[], action: string, body: Body): Told[] {
  return story.map((one) => (one.action === action ? { ...one, body } : one));
}

/** The decision as everybody reads it, and all that is said of it on both pages and in the data. */
async function publicly(story: Told[]): Promise<{ item: Body; text: string }> {
  const documentNo = String(requestFor(story, 'issueDecision').body['documentNo']);
  const clock = { 'Sanxiang-Clock': requestFor(story, 'close').at };
  const asked = `documentNo=${encodeURIComponent(documentNo)}`;
  const browser = system.api.browser();
  const { items } = (await browser.get(`/api/v1/public/decisions?${asked}`).set(clock)).body as { items: Body[] };
  const list = (await browser.get(`/public?${asked}`).set(clock)).text;
  const page = (await browser.get(`/public/decisions/${encodeURIComponent(documentNo)}`).set(clock)).text;
  expect(items).toHaveLength(1);
  return { item: items[0]!, text: `${JSON.stringify(items)}${list}${page}` };
}

describe('a penalty of which nothing was filed for its publication', () => {
  test('goes out in the fields of 双公示 all the same, and three years long', async () => {
    const story = filedWith('C01', undefined);
    await system.tellAll(upTo(story, 'publish'));
    const { item } = await publicly(story);
    expect([item['kind'], item['publicUntil']]).toEqual(['penalty', '2029-03-03']);
    expect(item['fields']).toMatchObject({
      CF_XDR_MC: '盘锦辰浦石化设备安装有限公司',
      CF_WFXW: '未按照规定对从业人员、实习学生进行安全生产教育和培训',
      CF_CFLB: '罚款',
      CF_NR_FK: 1.8,
      CF_YXQ: '2099/12/31',
      CF_GSJZQ: '2029/03/03',
    });
  });

  test('says what whoever prepares it writes, before everything else', async () => {
    const given = {
      violationType: '未按规定培训',
      permitTaken: '无',
      publicUntil: '2027-06-30',
      validUntil: '2028-01-01',
    };
    const story = bodyOf(filedWith('C01', undefined), 'preparePublication', given);
    await system.tellAll(upTo(story, 'publish'));
    const { fields } = (await publicly(story)).item;
    expect(fields).toMatchObject({
      CF_WFXW: '未按规定培训',
      CF_NR_ZKDX: '无',
      CF_GSJZQ: '2027/06/30',
      CF_YXQ: '2028/01/01',
    });
  });

  test('is not prepared for a public period that is over', async () => {
    const story = filedWith('C01', undefined);
    const id = await system.tellAll(upTo(story, 'serve'));
    const { person, at } = requestFor(story, 'preparePublication');
    const prepare = (body: object) => system.post(person, `/api/v1/cases/${id}/actions/preparePublication`, body, at);
    expect((await prepare({ publicUntil: '2026-03-02' })).body.code).toBe('publication.endsBefore');
    expect((await prepare({ publicUntil: '2026-03-03' })).status).toBe(200);
  });

  test('is there for a new term where the one that was filed is over by the time of the decision', async () => {
    const story = filedWith('C01', { kind: 'penalty', publicUntil: '2026-03-02' });
    await system.tellAll(upTo(story, 'publish'));
    expect((await publicly(story)).item['publicUntil']).toBe('2029-03-03');
  });
});

describe('whoever approves a publication', () => {
  test('has it before them as it would go out', async () => {
    const story = filedWith('C01', undefined);
    const id = await system.tellAll(upTo(story, 'preparePublication'));
    const { person, at } = requestFor(story, 'approvePublication');
    const { publication } = (await system.get(person, `/api/v1/cases/${id}`, at)).body as Body;
    const { one } = storyOf('C01');
    expect(publication).toMatchObject({ status: 'prepared', kind: 'penalty', facts: one.publicFacts });
    expect(publication.fields).toContainEqual({ code: 'CF_CFLB', label: '处罚类别', value: '罚款' });
    for (const hidden of one.mustNotAppearInPublic) expect(JSON.stringify(publication)).not.toContain(hidden);
  });
});

describe('the name of a party', () => {
  const name = '阙怀川';

  test('that is to be hidden is hidden in its own field, too', async () => {
    const redactions = [...(storyOf('C03').one.personalInfo as object[]), { text: name, replaceWith: '阙某' }];
    const story = bodyOf(filedWith('C03', undefined), 'preparePublication', { redactions });
    await system.tellAll(upTo(story, 'publish'));
    const { item, text } = await publicly(story);
    expect([item['fields'].CF_XDR_MC, item['partyName']]).toEqual(['阙某', '阙某']);
    expect(text).not.toContain(name);
  });

  test.each(['minor', 'privacy', 'stateSecret'])('is not said where the ground %s protects it', async (ground) => {
    const story = filedWith('C03', undefined);
    const id = await system.tellAll(upTo(story, 'serve'));
    const { person, at } = requestFor(story, 'preparePublication');
    const path = `/api/v1/cases/${id}/actions`;
    expect((await system.post(person, `${path}/exemptPublication`, { ground }, at)).status).toBe(200);
    const approved = await system.post('czsw-q1', `${path}/approvePublication`, { exemptionApproved: true }, at);
    expect(approved.status).toBe(200);
    const { item, text } = await publicly(story);
    expect([item['kind'], item['fields'].party, item['partyName']]).toEqual(['exemption', '〔已隐去〕', '〔已隐去〕']);
    expect(text).not.toContain(name);
  });
});

describe('what went out and should have been hidden', () => {
  test('is hidden by a correction, wherever it stands, and in the correction itself', async () => {
    const name = '实习学生';
    const story = filedWith('C01', undefined);
    const id = await system.tellAll(upTo(story, 'publish'));
    expect((await publicly(story)).text).toContain(name);
    const { person } = requestFor(story, 'publish');
    const { at } = requestFor(story, 'close');
    const correct = (body: object) => system.post(person, `/api/v1/cases/${id}/actions/correctPublication`, body, at);
    const said = { what: `误公开了${name}的信息`, reason: '应当隐去' };
    const unknown = [{ text: '没有这句话', replaceWith: '' }];
    expect((await correct({ ...said, redactions: unknown })).body).toMatchObject({
      code: 'publication.textNotThere',
      details: { texts: ['没有这句话'] },
    });
    expect((await correct({ ...said, redactions: [{ text: name, replaceWith: '〔已隐去〕' }] })).status).toBe(200);
    const { item, text } = await publicly(story);
    expect(text).not.toContain(name);
    expect([item['fields'].CF_XDR_MC, item['corrections'][0].what]).toEqual([
      '盘锦辰浦石化设备安装有限公司',
      '误公开了〔已隐去〕的信息',
    ]);
  });
});

describe('a permit', () => {
  test('is prepared once somebody says of which kind it is', async () => {
    const story = filedWith('C07', undefined);
    const id = await system.tellAll(upTo(story, 'serve'));
    const { person, at } = requestFor(story, 'preparePublication');
    const prepare = (body: object) => system.post(person, `/api/v1/cases/${id}/actions/preparePublication`, body, at);
    expect((await prepare({})).body).toMatchObject({
      code: 'publication.kindOfPermit',
      details: { field: 'permitType' },
    });
    expect((await prepare({ permitType: '普通', validFrom: '2026-06-04', validTo: '2026-06-03' })).status).toBe(400);
    const goesOn = [{ ...requestFor(story, 'preparePublication'), body: { permitType: '普通' } }];
    await system.tellAll([...goesOn, requestFor(story, 'approvePublication'), requestFor(story, 'publish')], id);
    expect((await publicly(story)).item['fields']).toMatchObject({
      XK_XKWS: '撤销行政许可决定书',
      XK_XKLB: '普通',
      XK_ZT: '撤销',
    });
  });
});
