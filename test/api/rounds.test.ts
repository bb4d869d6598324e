import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { roundsAnswer, versionAnswer, type Round } from '../../api/schemas/rounds.ts';
import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';
import { requestFor, storyOf, upTo } from '../support/stories.ts';

type Runs = { kind: string; text: string }[];
const join = (runs: Runs, ...kinds: string[]) => runs.flatMap(({ kind, text }) => (kinds.includes(kind) ? [text] : [])).join(''); // prettier-ignore

let system: RecordedSystem;
beforeAll(async () => {
  system = await createRecordedSystem();
});
afterAll(() => system.close());

async function roundsOf(person: string, id: string): Promise<Round[]> {
  const { status, body } = await system.get(person, `/api/v1/cases/${id}/rounds`);
  expect({ status, body }).toMatchObject({ status: 200 });
  return roundsAnswer.parse(body).rounds;
}

async function versionOf(person: string, id: string, version: number, query = '') {
  const { body } = await system.get(person, `/api/v1/cases/${id}/content-versions/${version}${query}`);
  return versionAnswer.parse(body);
}

describe('an opinion that was adopted', () => {
  const { requests, one } = storyOf('C04');
  const drafts = one.proposedDecisions as unknown as { version: number; amountYuan: number; text: string }[];
  let id: string;
  let rounds: Round[];
  const reader = 'xtfg-h1';

  beforeAll(async () => {
    id = await system.tellAll(upTo(requests, 'conveneMeeting'));
    rounds = await roundsOf(reader, id);
  });

  test('makes two rounds, each with reviewer, verdict, ten items, number and signature', () => {
    const [first, second] = rounds;
    const given = requests.filter(({ action }) => action === 'giveOpinion').map(({ body }) => body);
    const signed = requests.filter(({ action }) => action === 'approveOpinion');
    expect(rounds).toHaveLength(2);
    for (const [n, round] of [first!, second!].entries()) {
      expect(round).toMatchObject({
        round: n + 1,
        openedBy: 'acceptForReview',
        opinion: { verdict: given[n]!['verdict'], opinion: given[n]!['opinion'] },
        opinionNo: signed[n]!.body['opinionNo'],
        signedBy: { id: signed[n]!.person },
      });
      expect(round.reviewer?.name).not.toBe('');
      const items = given[n]!['items'] as { key: string; result: string; basis: string; note: string }[];
      expect(round.opinion?.items).toMatchObject(
        items.map(({ key, result, basis, note }) => ({ key, result, basis, note })),
      );
    }
    expect(first?.response).toMatchObject({ action: 'adoptOpinion', label: '采纳' });
    expect(first?.changed).toBeNull();
  });

  test('says what changed since: the content word by word, amounts as such, and the items answered otherwise', () => {
    const { changed, contentVersion } = rounds[1]!;
    const [from, to] = [rounds[0]!.contentVersion, contentVersion];
    const draftOf = (wanted: number) => drafts.find(({ version }) => version === wanted)!;
    expect(changed?.since).toBe(1);
    const content = changed!.content!;
    expect(content).toMatchObject({
      from,
      to,
      amountYuan: { from: draftOf(from).amountYuan, to: draftOf(to).amountYuan },
    });
    expect(join(content.text, 'same', 'removed')).toBe(draftOf(from).text);
    expect(join(content.text, 'same', 'added')).toBe(draftOf(to).text);
    const otherwise = changed!.items.filter((item) => item.from !== item.to);
    expect(otherwise.length).toBeGreaterThan(0);
    expect(otherwise[0]).toMatchObject({ from: 'doesNotConform', to: 'conforms' });
    expect(changed!.items.every(({ basis, note }) => basis.length + note.length > 0)).toBe(true);
  });

  test('leaves both versions to be read, and compared with any other', async () => {
    const alone = await versionOf(reader, id, 1);
    expect(alone).toMatchObject({ version: { version: 1, text: drafts[0]!.text }, comparison: null });
    expect(alone.version.createdBy.name).not.toBe('');
    const forth = await versionOf(reader, id, 2, '?compareTo=1');
    expect(join(forth.comparison!.text, 'same', 'removed')).toBe(drafts[0]!.text);
    expect(join(forth.comparison!.text, 'same', 'added')).toBe(drafts[1]!.text);
    const back = await versionOf(reader, id, 1, '?compareTo=2');
    expect(back.comparison).toMatchObject({ from: 2, to: 1 });
    const same = await versionOf(reader, id, 1, '?compareTo=1');
    expect(same.comparison!.text).toEqual([{ kind: 'same', text: drafts[0]!.text }]);
  });

  test('has no version that was never drafted', async () => {
    for (const path of [
      'content-versions/9',
      'content-versions/0',
      'content-versions/x',
      'content-versions/1?compareTo=9',
    ]) {
      const { status, body } = await system.get(reader, `/api/v1/cases/${id}/${path}`);
      expect({ path, status, code: body.code }).toEqual({ path, status: 404, code: 'version.unknown' });
    }
    expect((await system.get(reader, `/api/v1/cases/${id}/content-versions/1?compare=2`)).status).toBe(400);
  });
});

describe('an opinion that was objected to', () => {
  test('is followed by a round with another reviewer over the same content, then by coordination and a third', async () => {
    const id = await system.tellAll(upTo(storyOf('C07').requests, 'conveneMeeting'));
    const [first, second, third, ...others] = await roundsOf('asys-h1', id);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ openedBy: 'acceptForReview', response: { action: 'object' } });
    expect(second).toMatchObject({
      openedBy: 'object',
      response: { action: 'requestCoordination' },
      contentVersion: first!.contentVersion,
      changed: { since: 1, content: null },
    });
    expect(second!.reviewer).not.toEqual(first!.reviewer);
    expect(third).toMatchObject({ opinion: { verdict: 'agree' }, changed: { since: 2, content: { from: 1, to: 2 } } });
  });
});

describe('within a round', () => {
  test('a supplement and what it answered are told, and the version it brought is the one reviewed', async () => {
    const { requests } = storyOf('C02');
    const id = await system.tellAll(upTo(requests, 'giveOpinion'));
    const [round] = await roundsOf('xltyj-h3', id);
    const asked = requests.find(({ action }) => action === 'requestSupplement')!;
    const answered = requests.find(({ action }) => action === 'supplement')!;
    expect(round).toMatchObject({
      contentVersion: answered.body['contentVersion'],
      supplements: [{ missing: asked.body['missing'], at: asked.at, answeredAt: answered.at }],
    });
  });

  test('advice is told with its questions and its three answers, unanswered until it comes', async () => {
    const { requests } = storyOf('C03');
    const asked = upTo(requests, 'consultAdviser');
    const id = await system.tellAll(asked);
    const questions = asked.at(-1)!.body['questions'];
    const [waiting] = await roundsOf('czsw-h3', id);
    expect(waiting?.advice).toMatchObject([
      { questions, answeredAt: null, law: null, adviser: { name: expect.stringMatching(/./) } },
    ]);
    await system.tellAll(upTo(requests, 'advise').slice(asked.length), id);
    const { law, risk, socialImpact } = requestFor(requests, 'advise').body;
    const [answered] = await roundsOf('czsw-h3', id);
    expect(answered?.advice).toMatchObject([{ questions, law, risk, socialImpact }]);
  });

  test('an opinion that the legal head returned stays on record, and is not the opinion of the round', async () => {
    const { requests } = storyOf('C01');
    const given = requestFor(requests, 'giveOpinion');
    const id = await system.tellAll(upTo(requests, 'giveOpinion'));
    const back = {
      ...given,
      action: 'returnOpinion',
      person: 'xltyj-q1',
      body: { reasons: ['第六项依据不足'] },
      at: '2026-02-24T08:30:00+08:00',
    };
    await system.tellAll([back], id);
    const [returned] = await roundsOf('xltyj-r1', id);
    expect(returned).toMatchObject({
      opinion: null,
      signedBy: null,
      returns: [{ reasons: ['第六项依据不足'], by: { id: 'xltyj-q1' }, opinion: { verdict: 'agree' } }],
    });
    await system.tellAll([{ ...given, at: '2026-02-24T09:00:00+08:00' }], id);
    const [again] = await roundsOf('xltyj-r1', id);
    expect(again).toMatchObject({ opinion: { verdict: 'agree' }, returns: [{ by: { id: 'xltyj-q1' } }] });
  });
});

test('before the first round there is none', async () => {
  const id = await system.tellAll(upTo(storyOf('C01').requests, 'submit'));
  expect(await roundsOf('xltyj-h1', id)).toEqual([]);
});
