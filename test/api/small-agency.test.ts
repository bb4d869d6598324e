import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { shanghai } from '../../domain/calendar.ts';
import { caseAnswer } from '../../api/schemas/case.ts';
import { roundsAnswer } from '../../api/schemas/rounds.ts';
import type { Duty, StageName } from '../fixtures/who-may-do-what.ts';
import { onlyRefusals, writtenIn } from '../support/only-refusals.ts';
import { PERSON, playingStages, type Played } from '../support/played-stages.ts';
import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';
import { requestFor, storyOf } from '../support/stories.ts';

const { requests } = storyOf('C01');
const told = (action: string) => requestFor(requests, action).body;
const pooled = 'czsw-r1';
const headElsewhere = 'czsw-q1';
const relaxations = {
  headDoesFirstReview: { ground: '执法科仅三人' },
  pooledReviewers: { ground: '本局仅一名审核人员', agencies: ['czsw'] },
  signOffElsewhere: { ground: '法规科负责人空缺', agencies: ['czsw'] },
};
const grounds = {
  headDoesFirstReview: { ground: '执法科仅三人' },
  pooledReviewers: { ground: '本局仅一名审核人员' },
  signOffElsewhere: { ground: '法规科负责人空缺' },
};
const before = '2026-03-02T09:00:00+08:00';
const since = '2026-03-04T09:00:00+08:00';

let system: RecordedSystem;
beforeAll(async () => {
  system = await createRecordedSystem();
  await system.db.asOwner(
    `INSERT INTO parameter_pack (agency_id, effective_from, limits, relaxations) VALUES ('xltyj', '2026-03-04', $1, $2)`,
    [{ firstReview: { value: 4, unit: 'wd' } }, relaxations],
  );
  // What lets the other agency's people read at all; which cases, the policy says.
  await system.db.asOwner(`INSERT INTO agency_grant VALUES ('xltyj', 'czsw')`);
});
afterAll(() => system.close());

async function post(person: string, { id, at }: Played, action: string, body: object = {}, moment = later(at)) {
  const answer = await system.post(person, `/api/v1/cases/${id}/actions/${action}`, body, moment);
  return `${answer.status} ${answer.body.code ?? answer.body.stage}`;
}

function later(at: string): string {
  return shanghai(Date.parse(at) + 60_000);
}

async function shown({ id }: Played, at: string, person: string = PERSON.handler) {
  const { body } = await system.get(person, `/api/v1/cases/${id}`, at);
  const rounds = await system.get(person, `/api/v1/cases/${id}/rounds`, at);
  return {
    inCase: caseAnswer.parse(body).relaxations,
    inRounds: roundsAnswer.parse(rounds.body).rounds.map((round) => round.relaxations),
  };
}

const standing = (stage: StageName, from: string) => playingStages(system, from).ordinary(stage);

describe('a pack that begins on 4 March', () => {
  test.each([
    ['on the day before', '2026-03-03T17:00:00+08:00', '2026-03-05'],
    ['on that day', '2026-03-04T08:00:00+08:00', '2026-03-10'],
  ])('counts for a stage that is entered %s or not', async (_when, at, due) => {
    const one = await standing('investigating', before);
    expect(await post(PERSON.handler, one, 'submit', told('submit'), at)).toBe('200 firstReview');
    const { body } = await system.get(PERSON.handler, `/api/v1/cases/${one.id}`, '2026-03-04T10:00:00+08:00');
    expect([body.stage, body.due]).toEqual(['firstReview', due]);
  });

  test('counts for every next stage of a case that was filed before', async () => {
    const one = await standing('firstReview', before);
    const again = { ...one, at: '2026-03-04T10:00:00+08:00' };
    expect(await post(PERSON.firstReviewer, one, 'returnByFirstReviewer', { reasons: ['再查'] })).toBe(
      '200 investigating',
    );
    expect(await post(PERSON.handler, again, 'submit', told('submit'))).toBe('200 firstReview');
    const { body } = await system.get(PERSON.handler, `/api/v1/cases/${one.id}`, later(again.at));
    expect(body.due).toBe('2026-03-10');
  });
});

/** Somebody's further roles, for one test. */
async function withRoles<Result>(person: string, roles: string[], work: () => Promise<Result>): Promise<Result> {
  const [row] = await system.db.asOwner<{ roles: string[] }>('SELECT roles FROM person WHERE id = $1', [person]);
  await system.db.asOwner('UPDATE person SET roles = $2 WHERE id = $1', [person, [...row!.roles, ...roles]]);
  try {
    return await work();
  } finally {
    await system.db.asOwner('UPDATE person SET roles = $2 WHERE id = $1', [person, row!.roles]);
  }
}

const accept = (reviewer: string) => ({ reviewer, materialsComplete: true });
const opinion = told('giveOpinion');

async function refusedAlone(one: Played, ask: () => Promise<string>, answer: string): Promise<void> {
  const stood = await writtenIn(system.db, one.id);
  expect(await ask()).toBe(answer);
  expect(await writtenIn(system.db, one.id)).toEqual(onlyRefusals(stood));
}

describe('what a small agency may relax is off by default', () => {
  const asks: [what: string, stage: StageName, person: string, action: string, body: object][] = [
    ['the head does no first review', 'firstReview', PERSON.sectionHead, 'passFirstReview', {}],
    ['no reviewer of another agency is named', 'intake', PERSON.legalHead, 'acceptForReview', accept(pooled)],
    ['no legal head of another agency signs', 'legalSignOff', headElsewhere, 'approveOpinion', { opinionNo: '兴应急法审〔2026〕1号' }],
  ]; // prettier-ignore
  test.each(asks)('%s', async (_what, stage, person, action, body) => {
    const one = await standing(stage, before);
    await refusedAlone(one, () => post(person, one, action, body), '403 role.missing');
    expect(await shown(one, later(one.at))).toMatchObject({ inCase: {} });
  });
});

describe('where it is relaxed', () => {
  test('the head does the first review and signs off, and the case and its round show on what ground', async () => {
    const one = await standing('firstReview', since);
    expect(await post(PERSON.sectionHead, one, 'passFirstReview')).toBe('200 sectionSignOff');
    expect(await post(PERSON.sectionHead, one, 'signOffSection')).toBe('200 intake');
    expect(await post(PERSON.legalHead, one, 'acceptForReview', accept(PERSON.reviewer))).toBe('200 legalReview');
    expect(await shown(one, later(one.at))).toEqual({ inCase: grounds, inRounds: [grounds] });
  });

  test('the overseers see the ground too', async () => {
    const one = await standing('legalReview', since);
    expect(await shown(one, later(one.at), PERSON.overseer)).toEqual({ inCase: grounds, inRounds: [grounds] });
  });

  test('a reviewer of the other agency is named, reads the case and gives the opinion', async () => {
    const one = await standing('intake', since);
    expect(await post(PERSON.legalHead, one, 'acceptForReview', accept(pooled))).toBe('200 legalReview');
    expect(await shown(one, later(one.at), pooled)).toMatchObject({ inRounds: [grounds] });
    const unnamed = await system.get('czsw-r2', `/api/v1/cases/${one.id}`);
    expect([unnamed.status, unnamed.body.code]).toEqual([404, 'case.unknown']);
    expect(await post(pooled, one, 'giveOpinion', opinion)).toBe('200 legalSignOff');
  });

  test('the tasks of a reviewer of the other agency are not handed over here as if they were of this one', async () => {
    const one = await standing('intake', since);
    expect(await post(PERSON.legalHead, one, 'acceptForReview', accept(pooled))).toBe('200 legalReview');
    const asked = await system.get(PERSON.legalHead, `/api/v1/hand-over/${pooled}`, later(one.at));
    expect([asked.status, asked.body.code]).toEqual([404, 'person.unknown']);
    const own = await system.get(PERSON.legalHead, `/api/v1/hand-over/${PERSON.reviewer}`, later(one.at));
    expect(own.status).toBe(200);
  });

  test('a legal head of the other agency signs', async () => {
    const one = await standing('legalSignOff', since);
    expect(await post(headElsewhere, one, 'approveOpinion', { opinionNo: '兴应急法审〔2026〕1号' })).toBe(
      '200 leaderApproval',
    );
  });

  test('another section, another agency and an unqualified reviewer remain refused', async () => {
    const first = await standing('firstReview', since);
    await refusedAlone(first, () => post(PERSON.otherSectionHead, first, 'passFirstReview'), '403 role.otherSection');
    const intake = await standing('intake', since);
    const named = (reviewer: string) => () => post(PERSON.legalHead, intake, 'acceptForReview', accept(reviewer));
    await refusedAlone(intake, named('xtfg-r1'), '403 role.missing');
    await refusedAlone(intake, named('czsw-r3'), '409 review.unqualified');
    const signing = await standing('legalSignOff', since);
    const no = { opinionNo: '兴应急法审〔2026〕2号' };
    await refusedAlone(signing, () => post('xtfg-q1', signing, 'approveOpinion', no), '403 role.missing');
  });

  const two: [what: string, stage: StageName, person: string, roles: string[], by: Duty | null, action: string, body: object][] = [
    ['handling and first review', 'firstReview', PERSON.secondHandler, ['sectionHead'], null, 'passFirstReview', {}],
    ['handling and legal review', 'intake', PERSON.secondHandler, ['legalReviewer'], 'legalHead', 'acceptForReview', accept(PERSON.secondHandler)],
    ['first review and legal review', 'intake', PERSON.firstReviewer, ['legalReviewer'], 'legalHead', 'acceptForReview', accept(PERSON.firstReviewer)],
    ['reviewing and signing', 'legalSignOff', PERSON.reviewer, ['legalHead'], null, 'approveOpinion', { opinionNo: '兴应急法审〔2026〕2号' }],
  ]; // prettier-ignore
  test.each(two)('%s are two people still', async (_what, stage, person, roles, by, action, body) => {
    const one = await standing(stage, since);
    const ask = () => post(by ? PERSON[by] : person, one, action, body);
    await withRoles(person, roles, () => refusedAlone(one, ask, '403 duty.separation'));
  });

  test('reviewing and signing are two people still where both are of the other agency', async () => {
    const one = await standing('intake', since);
    await post(PERSON.legalHead, one, 'acceptForReview', accept(pooled));
    await post(pooled, one, 'giveOpinion', opinion);
    const sign = () => post(pooled, one, 'approveOpinion', { opinionNo: '兴应急法审〔2026〕2号' });
    await withRoles(pooled, ['legalHead'], () => refusedAlone(one, sign, '403 duty.separation'));
  });
});

test('a round that was signed before shows none, though the case goes on under the pack', async () => {
  const one = await playingStages(system, before).beyond('legalSignOff');
  expect(await post(PERSON.legalHead, one, 'approveOpinion', { opinionNo: '兴应急法审〔2026〕2号' })).toBe(
    '200 leaderApproval',
  );
  expect(await post(PERSON.leaderInCharge, one, 'approveAsLeader', {}, since)).toBe('200 issuing');
  expect(await shown(one, since)).toEqual({ inCase: grounds, inRounds: [{}] });
});
