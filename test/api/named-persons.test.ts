import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { shanghai } from '../../domain/calendar.ts';
import type { Duty, StageName } from '../fixtures/who-may-do-what.ts';
import { onlyRefusals, writtenIn } from '../support/only-refusals.ts';
import { PERSON, playingStages, type Act, type Played } from '../support/played-stages.ts';
import { createRecordedSystem, type Answer, type RecordedSystem } from '../support/recorded-system.ts';
import { requestFor, storyOf } from '../support/stories.ts';

const { requests } = storyOf('C01');
const told = (action: string) => requestFor(requests, action).body;
const reason = '人手调整';
const members = ['xltyj-l1', 'xltyj-l2', 'xltyj-l3', 'xltyj-l4', 'xltyj-l5'];
const votes = (persons: string[]) => persons.map((person) => ({ person, opinion: '同意', vote: 'agree' }));
const meeting = (present: string[]) => ({ present, opinions: votes(present), result: 'issuing', resolution: '同意' });
const convened: Act = ['chair', 'conveneMeeting', { meetingAt: '2026-03-02T15:00:00+08:00', members }];

let system: RecordedSystem;
let playing: ReturnType<typeof playingStages>;
beforeAll(async () => {
  system = await createRecordedSystem();
  playing = playingStages(system);
});
afterAll(() => system.close());

function act({ id, at }: Played, duty: Duty, action: string, body: object): Promise<Answer> {
  return system.post(PERSON[duty], `/api/v1/cases/${id}/actions/${action}`, body, later(at));
}

/** A minute after the case's last act. */
function later(at: string): string {
  return shanghai(Date.parse(at) + 60_000);
}

/** The answer is this refusal, with its words and what to do, and nothing else is left of it. */
async function refused(one: Played, ask: () => Promise<Answer>, answer: object): Promise<void> {
  const before = await writtenIn(system.db, one.id);
  const { status, body } = await ask();
  expect({ status, code: body.code, details: body.details }).toEqual(answer);
  expect([body.detail, body.detailEn]).toEqual([expect.stringMatching(/；请|，请/), expect.stringMatching(/;/)]);
  expect(await writtenIn(system.db, one.id)).toEqual(onlyRefusals(before));
}

describe('a person named who cannot take it', () => {
  /** Each way of naming somebody: where, who names, and the body; spare is whoever is fit until something changes. */
  const ways: [action: string, stage: StageName, by: Duty, spare: string, body: (person: string) => object][] = [
    ['acceptForReview', 'intake', 'legalHead', 'xltyj-r2', (reviewer) => ({ reviewer, materialsComplete: true })],
    ['consultAdviser', 'legalReview', 'reviewer', 'xltyj-a2', (adviser) => ({ adviser, questions: ['适用何法'] })],
    ['reassign', 'investigating', 'sectionHead', 'xltyj-h3', (to) => ({ from: PERSON.secondHandler, to, reason })],
    ['delegate', 'investigating', 'sectionHead', 'xltyj-h3', (to) => ({ from: PERSON.secondHandler, to, reason, until: '2026-03-06' })],
    ['addReviewer', 'legalReview', 'legalHead', 'xltyj-r2', (to) => ({ to, reason })],
    ['recordMeeting', 'deliberation', 'chair', 'xltyj-l5', (person) => meeting([...members.slice(0, 4), person, ...(person === 'xltyj-l5' ? [] : ['xltyj-l5'])])],
  ]; // prettier-ignore
  const elsewhere: Record<string, string> = {
    acceptForReview: 'czsw-r1', consultAdviser: 'czsw-a1', reassign: 'czsw-h3', delegate: 'czsw-h3', addReviewer: 'czsw-r1', recordMeeting: 'czsw-l1',
  }; // prettier-ignore
  /** Somebody of the agency who is present and not qualified for it, and what is answered. */
  const unqualified: [action: string, person: string, status: number, code: string][] = [
    ['acceptForReview', 'xltyj-r3', 409, 'review.unqualified'],
    ['acceptForReview', 'xltyj-h3', 403, 'role.missing'],
    ['acceptForReview', PERSON.handler, 403, 'duty.separation'],
    ['consultAdviser', 'xltyj-h3', 403, 'role.missing'],
    ['consultAdviser', PERSON.sectionHead, 403, 'duty.separation'],
    ['reassign', 'xltyj-h5', 403, 'certificate.expired'],
    ['reassign', 'xltyj-h6', 403, 'certificate.category'],
    ['reassign', 'xltyj-h7', 403, 'certificate.region'],
    ['reassign', 'xltyj-r1', 403, 'role.missing'],
    ['delegate', 'xltyj-h5', 403, 'certificate.expired'],
    ['delegate', 'xltyj-r1', 403, 'role.missing'],
    ['addReviewer', 'xltyj-r3', 409, 'review.unqualified'],
    ['addReviewer', PERSON.handler, 403, 'duty.separation'],
    ['recordMeeting', 'xltyj-h3', 403, 'role.missing'],
    ['recordMeeting', PERSON.reviewer, 403, 'duty.separation'],
  ];
  const played = new Map<StageName, Played>();

  beforeAll(async () => {
    for (const stage of new Set(ways.map((way) => way[1]))) {
      played.set(stage, await playing.beyond(stage, ...(stage === 'deliberation' ? [convened] : [])));
    }
  });

  async function naming(action: string, person: string, answer: { status: number; code: string; details?: object }) {
    const [, stage, by, , body] = ways.find((way) => way[0] === action)!;
    const one = played.get(stage)!;
    const details = { ...answer.details, person };
    await refused(one, () => act(one, by, action, body(person)), {
      ...answer,
      details: expect.objectContaining(details),
    });
  }

  test.each(ways)(
    '%s in %s: somebody on leave that day is refused, and until when',
    async (action, _stage, _by, spare) => {
      await system.db.asOwner(
        `UPDATE person SET leave = '[{"from": "2026-03-02", "to": "2026-03-09"}]' WHERE id = $1`,
        [spare],
      );
      await naming(action, spare, { status: 403, code: 'person.leave', details: { until: '2026-03-09' } });
      await system.db.asOwner(`UPDATE person SET leave = '[]' WHERE id = $1`, [spare]);
    },
  );

  test.each(ways)('%s in %s: somebody who has left is refused', async (action, _stage, _by, spare) => {
    await system.db.asOwner(`UPDATE person SET left_on = '2026-02-28' WHERE id = $1`, [spare]);
    await naming(action, spare, { status: 403, code: 'person.left' });
    await system.db.asOwner(`UPDATE person SET left_on = NULL WHERE id = $1`, [spare]);
  });

  test.each(ways)('%s in %s: somebody of another agency is refused', async (action) => {
    await naming(action, elsewhere[action]!, { status: 403, code: 'role.missing' });
  });

  test.each(unqualified)('%s: %s is not qualified for it: %s %s', async (action, person, status, code) => {
    await naming(action, person, { status, code });
  });

  test.each(ways)(
    '%s in %s: the same person is taken when nothing is in the way',
    async (action, stage, by, spare, body) => {
      const one = await playing.beyond(stage, ...(stage === 'deliberation' ? [convened] : []));
      const { status, body: answer } = await act(one, by, action, body(spare));
      expect([status, answer.code]).toEqual([200, undefined]);
    },
  );

  describe('as a handler of a new case', () => {
    const rows: [who: string, person: string, code: string, change: string | null][] = [
      ['on leave', 'xltyj-h8', 'person.leave', null],
      ['who has left', 'xltyj-h3', 'person.left', `left_on = '2026-02-28'`],
      ['not hired yet', 'xltyj-h3', 'person.left', `hired_on = '2026-03-03'`],
      ['of another agency', 'czsw-h3', 'role.missing', null],
      ['who is no handler', 'xltyj-r1', 'role.missing', null],
      ['whose certificate has run out', 'xltyj-h5', 'certificate.expired', null],
      ['whose certificate is for another category', 'xltyj-h6', 'certificate.category', null],
      ['whose certificate is for another region', 'xltyj-h7', 'certificate.region', null],
    ];
    test.each(rows)('somebody %s is refused, and there is no case', async (_who, person, code, change) => {
      if (change) await system.db.asOwner(`UPDATE person SET ${change} WHERE id = $1`, [person]);
      const body = { ...told('register'), handlers: [PERSON.handler, person] };
      const file = () => system.post(PERSON.handler, '/api/v1/cases', body, '2026-03-02T09:00:00+08:00');
      const answer = { status: 403, code, details: expect.objectContaining({ person }) };
      await refused({ id: 'none', at: '' }, file, answer);
      if (change)
        await system.db.asOwner(`UPDATE person SET left_on = NULL, hired_on = '2015-07-01' WHERE id = $1`, [person]);
    });
  });
});

describe('two people who act at once on one step', () => {
  const steps: [StageName, [Duty, string, object], [Duty, string, object], string][] = [
    ['investigating', ['handler', 'submit', told('submit')], ['secondHandler', 'submit', told('submit')], 'stage.wrongStage'],
    ['leaderApproval', ['leaderInCharge', 'approveAsLeader', {}], ['otherLeader', 'returnByLeader', { reasons: ['再查'] }], 'stage.wrongStage'],
    ['firstReview', ['firstReviewer', 'returnByFirstReviewer', { reasons: ['再查'] }], ['handler', 'withdrawSubmission', { reason }], 'stage.wrongStage'],
    ['leaderApproval', ['leaderInCharge', 'terminate', { ground: '当事人死亡' }], ['chair', 'transfer', { ground: '涉嫌犯罪', to: '公安局' }], 'stage.final'],
  ]; // prettier-ignore

  test.each(steps)(
    'in %s: one is done, and the other is told who did what, and when',
    async (stage, one, other, code) => {
      const standing = await playing.ordinary(stage);
      const answers = await Promise.all([one, other].map((request) => act(standing, ...request)));
      const won = answers.findIndex(({ status }) => status === 200);
      const lost = answers[1 - won]!;
      const [winner, action] = [one, other][won]!;
      expect(lost).toMatchObject({ status: 409, body: { code } });
      expect(lost.body.details.last).toMatchObject({ type: action, actor: PERSON[winner], at: later(standing.at) });
      expect(lost.body.details.last.actorName).not.toBe('');
      const { body } = await system.get(PERSON.chair, `/api/v1/cases/${standing.id}`, later(standing.at));
      expect(body.history.filter((event: { at: string }) => event.at === later(standing.at))).toHaveLength(1);
    },
  );
});

describe('a number taken meanwhile', () => {
  const issue = (one: Played, documentNo: string) =>
    act(one, 'handler', 'issueDecision', { documentNo, contentVersion: 1 });
  const sign = (one: Played, opinionNo: string) => act(one, 'legalHead', 'approveOpinion', { opinionNo });
  const rows: [string, StageName, string, (one: Played, number: string) => Promise<Answer>][] = [
    ['a decision', 'issuing', '兴应急罚', issue],
    ['an opinion', 'legalSignOff', '兴应急法审', sign],
  ];

  test.each(rows)('for %s is refused with the one that is next', async (_what, stage, word, take) => {
    const [one, other] = [await playing.ordinary(stage), await playing.ordinary(stage)];
    const { body } = await take(one, `${word}〔2026〕999号`);
    const next = body.details.next as string;
    expect((await take(one, next)).status).toBe(200);
    const after = next.replace(/(\d+)号$/, (_all, serial) => `${Number(serial) + 1}号`);
    await refused(other, () => take(other, next), {
      status: 409,
      code: 'number.notNext',
      details: { given: next, next: after },
    });
    expect((await take(other, after)).status).toBe(200);
  });
});

describe('what is based on an older version', () => {
  const draft = (version: number, text: string) => ({
    version, draft: { ...(told('saveDraft')['draft'] as object), text },
  }); // prettier-ignore
  let one: Played;
  beforeAll(async () => {
    const first = await playing.ordinary('investigating');
    expect((await act(first, 'secondHandler', 'saveDraft', draft(2, '第二版'))).status).toBe(200);
    one = { ...first, at: later(first.at) };
  });
  const last = () => ({ type: 'saveDraft', actor: PERSON.secondHandler, at: one.at });

  test('a draft is refused, and who saved the newer one is told', async () => {
    const details = expect.objectContaining({ named: 2, current: 2, last: expect.objectContaining(last()) });
    await refused(one, () => act(one, 'handler', 'saveDraft', draft(2, '另一个第二版')), {
      status: 409,
      code: 'content.versionMismatch',
      details,
    });
  });

  test('a submission is refused alike', async () => {
    const details = expect.objectContaining({ named: 1, current: 2, last: expect.objectContaining(last()) });
    await refused(one, () => act(one, 'handler', 'submit', told('submit')), {
      status: 409,
      code: 'content.versionMismatch',
      details,
    });
  });
});
