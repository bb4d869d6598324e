import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { candidatesAnswer, reviewDeskAnswer, type Candidate } from '../../api/schemas/review-desk.ts';
import { playingStages, type Played } from '../support/played-stages.ts';
import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';

let system: RecordedSystem;
let intake: Played;
let reviewing: Played;

beforeAll(async () => {
  system = await createRecordedSystem();
  const playing = playingStages(system);
  intake = await playing.ordinary('intake');
  reviewing = await playing.ordinary('legalReview');
});
afterAll(() => system.close());

async function candidates(person: string, { id, at }: Played, naming: string): Promise<Candidate[]> {
  const { status, body } = await system.get(person, `/api/v1/cases/${id}/candidates?for=${naming}`, at);
  expect({ status, body }).toMatchObject({ status: 200 });
  return candidatesAnswer.parse(body).items;
}
const desk = async (person: string, { id, at }: Played) =>
  reviewDeskAnswer.parse((await system.get(person, `/api/v1/cases/${id}/review-desk`, at)).body);
const whyOf = (items: Candidate[], id: string) => items.find((one) => one.id === id)?.why;
const asOwner = (sql: string, values: unknown[] = []) => system.db.asOwner(sql, values);

describe('whom the legal head may name as reviewer', () => {
  test('every legal reviewer of the agency is listed by name and section, and whoever is named is accepted', async () => {
    const items = await candidates('xltyj-q1', intake, 'acceptForReview');
    expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining(['xltyj-r1', 'xltyj-r2']));
    expect(items.every(({ name, sectionName, agencyName }) => name && sectionName && agencyName)).toBe(true);
    const fitting = items.find(({ why }) => why === null)!;
    const accepted = { reviewer: fitting.id, materialsComplete: true };
    const one = await playingStages(system).ordinary('intake');
    const { status } = await system.post('xltyj-q1', `/api/v1/cases/${one.id}/actions/acceptForReview`, accepted, one.at); // prettier-ignore
    expect(status).toBe(200);
  });

  test('who has neither exam nor training, is on leave or has left is listed with the ground, and refused when named', async () => {
    await asOwner(`UPDATE person SET legal_exam = '{"passed": false}', training = '[]' WHERE id = 'xltyj-r2'`);
    const unqualified = whyOf(await candidates('xltyj-q1', intake, 'acceptForReview'), 'xltyj-r2');
    expect(unqualified).toMatchObject({ code: 'review.unqualified', zh: '未取得法律职业资格，上一年以来没有培训记录' });
    const named = { reviewer: 'xltyj-r2', materialsComplete: true };
    const refused = await system.post('xltyj-q1', `/api/v1/cases/${intake.id}/actions/acceptForReview`, named, intake.at); // prettier-ignore
    expect(refused.body.code).toBe(unqualified!.code);
    await asOwner(`UPDATE person SET leave = '[{"from": "2026-03-01", "to": "2026-03-20"}]' WHERE id = 'xltyj-r2'`);
    expect(whyOf(await candidates('xltyj-q1', intake, 'acceptForReview'), 'xltyj-r2')?.zh).toBe(
      '休假至3月20日（周五）',
    );
    await asOwner(`UPDATE person SET leave = '[]', left_on = '2026-02-01' WHERE id = 'xltyj-r2'`);
    expect(whyOf(await candidates('xltyj-q1', intake, 'acceptForReview'), 'xltyj-r2')?.zh).toBe('已离任');
  });

  test('who took another part in the case is kept apart from reviewing it, and who is recused as well', async () => {
    await asOwner(`UPDATE person SET roles = roles || '{legalReviewer}' WHERE id = 'xltyj-f1'`);
    const first = whyOf(await candidates('xltyj-q1', intake, 'acceptForReview'), 'xltyj-f1');
    expect(first).toMatchObject({ code: 'duty.separation', zh: '已在本案担任初审，职责分离' });
    const recusal = { person: 'xltyj-r1', reason: '与当事人有亲属关系' };
    const recused = await playingStages(system).ordinary('intake');
    const answer = await system.post('xltyj-r1', `/api/v1/cases/${recused.id}/actions/recuse`, recusal, recused.at);
    expect(answer).toMatchObject({ status: 200 });
    const why = whyOf(await candidates('xltyj-q1', recused, 'acceptForReview'), 'xltyj-r1');
    expect(why?.zh).toBe('已在本案回避');
  });

  test('nobody else asks, and nobody after the case has been accepted', async () => {
    const ask = (person: string, { id, at }: Played) =>
      system.get(person, `/api/v1/cases/${id}/candidates?for=acceptForReview`, at);
    expect((await ask('xltyj-h1', intake)).body).toMatchObject({ status: 403, code: 'role.missing' });
    expect((await ask('xltyj-q1', reviewing)).body).toMatchObject({ status: 409, code: 'stage.wrongStage' });
    expect((await ask('xltyj-a1', intake)).body).toMatchObject({ status: 404, code: 'case.unknown' });
    const { body } = await system.get('xltyj-q1', `/api/v1/cases/${intake.id}/candidates?for=approveOpinion`, intake.at); // prettier-ignore
    expect(body).toMatchObject({ status: 400, code: 'input.invalid' });
  });
});

test('the reviewer is told the advisers of the agency, and consults one of them', async () => {
  const items = await candidates('xltyj-r1', reviewing, 'consultAdviser');
  expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining(['xltyj-a1', 'xltyj-a2']));
  const one = await playingStages(system).ordinary('legalReview');
  const asked = { adviser: items.find(({ why }) => !why)!.id, questions: ['适用何法'] };
  const { status } = await system.post('xltyj-r1', `/api/v1/cases/${one.id}/actions/consultAdviser`, asked, one.at);
  expect(status).toBe(200);
});

describe('whom other acts may name', () => {
  const ids = (items: Candidate[]) => items.map(({ id }) => id);

  test('a copy goes to whoever may read the case: colleagues with a part in cases and overseers, no administrator', async () => {
    const items = await candidates('xltyj-r1', reviewing, 'copyTo');
    expect(ids(items)).toEqual(expect.arrayContaining(['xltyj-l1', 'xltyj-h8', 'xltsf-o1']));
    expect(
      ids(items).filter((id) => ['xltyj-y1', 'xltyj-c1', 'xltyj-t1', 'xltsf-y1', 'xltsf-l1'].includes(id)),
    ).toEqual([]);
    expect(items.every(({ why }) => why === null)).toBe(true);
    const one = await playingStages(system).ordinary('legalReview');
    const sent = { to: ids(items) };
    const { status } = await system.post('xltyj-r1', `/api/v1/cases/${one.id}/actions/copyTo`, sent, one.at);
    expect(status).toBe(200);
  });

  test('whoever holds the task already is no one to join it, nor to take it over from themselves', async () => {
    const joining = await candidates('xltyj-r1', reviewing, 'addReviewer');
    expect(whyOf(joining, 'xltyj-r1')).toMatchObject({ code: 'person.holdsAlready' });
    const taking = await candidates('xltyj-r1', reviewing, 'reassign&from=xltyj-r1');
    expect(whyOf(taking, 'xltyj-r1')).toMatchObject({ code: 'person.holdsAlready' });
  });

  test('everybody may recuse themselves, a head those on whom they decide, the head of the agency everybody in the case', async () => {
    expect(ids(await candidates('xltyj-h1', reviewing, 'recuse'))).toEqual(['xltyj-h1']);
    const ofSection = ids(await candidates('xltyj-s1', reviewing, 'recuse'));
    expect(ofSection).toEqual(expect.arrayContaining(['xltyj-h1', 'xltyj-h2', 'xltyj-s1']));
    expect(ofSection.filter((id) => /-[rql]\d$/.test(id))).toEqual([]);
    expect(ids(await candidates('xltyj-q1', reviewing, 'recuse'))).toEqual(
      expect.arrayContaining(['xltyj-q1', 'xltyj-r1', 'xltyj-r2']),
    );
    expect(ids(await candidates('xltyj-l1', reviewing, 'recuse'))).toEqual(
      expect.arrayContaining(['xltyj-h1', 'xltyj-s1', 'xltyj-r1', 'xltyj-q1', 'xltyj-l2', 'xltyj-l1']),
    );
  });

  test('of somebody recused those are named who decide on it, never that person', async () => {
    const deciding = async (person: string) => ids(await candidates(person, reviewing, `recuse&from=${person}`)).toSorted(); // prettier-ignore
    expect(await deciding('xltyj-h1')).toEqual(['xltyj-l1', 'xltyj-l2', 'xltyj-s1']);
    expect(await deciding('xltyj-r1')).toEqual(expect.arrayContaining(['xltyj-l1', 'xltyj-q1']));
    expect(await deciding('xltyj-q1')).not.toContain('xltyj-q1');
  });

  test('a decision on the spot is filed with the heads of the agency', async () => {
    const summary = await playingStages(system).summary('fulfilment');
    const items = ids(await candidates('xltyj-h1', summary, 'fileSummary'));
    expect(items).toEqual(expect.arrayContaining(['xltyj-s1', 'xltyj-q1', 'xltyj-l1']));
    expect(items).not.toContain('xltyj-h2');
  });
});

describe('what the desk needs beside the case', () => {
  test('the statutes are those of the agency, its names are in words', async () => {
    const { statutes, agencyName, sectionName } = await desk('xltyj-r1', reviewing);
    expect(statutes).toContainEqual({ statute: '中华人民共和国安全生产法（2021年修正）', article: '第九十七条第三项' });
    expect(new Set(statutes.map(({ statute, article }) => statute + article)).size).toBe(statutes.length);
    expect({ agencyName, sectionName }).toEqual({ agencyName: '盘锦市兴隆台区应急管理局', sectionName: '执法科' });
  });

  test('a difficult case lacks its adviser until one has answered, an unqualified reviewer their qualification', async () => {
    expect((await desk('xltyj-r1', reviewing)).hindrances).toEqual([]);
    await asOwner(`UPDATE person SET training = '[]' WHERE id = 'xltyj-r1'`);
    expect((await desk('xltyj-r1', reviewing)).hindrances).toMatchObject([{ code: 'review.unqualified' }]);
    await asOwner(`UPDATE person SET training = '[{"year": 2026}]' WHERE id = 'xltyj-r1'`);
    await asOwner(`UPDATE case_file SET state = jsonb_set(state, '{filing,difficult}', 'true') WHERE id = $1`, [reviewing.id]); // prettier-ignore
    expect((await desk('xltyj-r1', reviewing)).hindrances).toMatchObject([{ code: 'review.adviserRequired' }]);
  });

  test('the next number is the one that is taken: of the agency’s own series, in the year of the signature', async () => {
    const signing = await playingStages(system).ordinary('legalSignOff');
    const first = (await desk('xltyj-q1', signing)).nextOpinionNo;
    expect(first).toBe('兴应急法审〔2026〕1号');
    const signed = await system.post('xltyj-q1', `/api/v1/cases/${signing.id}/actions/approveOpinion`, { opinionNo: first }, signing.at); // prettier-ignore
    expect(signed.status).toBe(200);
    expect((await desk('xltyj-q1', signing)).nextOpinionNo).toBe('兴应急法审〔2026〕2号');
  });
});
