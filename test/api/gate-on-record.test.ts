import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { reviewedHash } from '../../activities/reviewed-hash.ts';
import { worded } from '../../activities/worded-history.ts';
import { shanghai } from '../../domain/calendar.ts';
import { inAgency } from '../../prisma/client.ts';
import { history } from '../../prisma/events.ts';
import { withClient } from '../support/database.ts';
import { onlyRefusals, writtenIn } from '../support/only-refusals.ts';
import { PERSON, playingStages, type Played } from '../support/played-stages.ts';
import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';
import { requestFor, storyOf } from '../support/stories.ts';

const { requests } = storyOf('C01');
const told = (action: string) => requestFor(requests, action).body;
const evidence = { id: 'E91', kind: '书证', name: '补充的培训档案' };
const offered = { ...told('recordNotice'), hearingRight: true };
const claimed = { kind: 'none', hearing: 'requested' };
const statement = { kind: 'statement', text: '请求从轻', review: '不予采纳，理由如下' };
const hearing = { recorder: '记录人', public: true, attended: ['当事人'], report: '听证报告' };

let system: RecordedSystem;
let play: ReturnType<typeof playingStages>;
beforeAll(async () => {
  system = await createRecordedSystem();
  play = playingStages(system);
});
afterAll(() => system.close());

const post = (person: string, { id, at }: Played, action: string, body: object = {}) =>
  system.post(person, `/api/v1/cases/${id}/actions/${action}`, body, shanghai(Date.parse(at) + 60_000));
const reviewsOf = ({ id }: Played) =>
  system.db.asOwner(`SELECT state, voided_seq FROM review WHERE case_id = $1 ORDER BY seq`, [id]);

describe('what is decided is what passed review, word for word', () => {
  test.each([
    ['another word of the draft', 'saveDraft', '{draft,text}'],
    ['other facts in the draft', 'saveDraft', '{draft,facts}'],
    ['another description of the evidence', 'addRecord', '{description}'],
  ])('%s on record is not decided upon, though every code says that it passed', async (_what, type, place) => {
    const played = await play.ordinary('issuing');
    await withClient(system.db.adminUrl, async (client) => {
      await client.query('SET session_replication_role = replica');
      await client.query(`UPDATE event SET words = jsonb_set(words, $2, '"别的"') WHERE case_id = $1 AND type = $3`, [
        played.id,
        place,
        type,
      ]);
    });
    const before = await writtenIn(system.db, played.id);
    const { status, body } = await post(PERSON.handler, played, 'issueDecision', told('issueDecision'));
    expect([status, body.code]).toEqual([409, 'gate.contentChanged']);
    expect(await writtenIn(system.db, played.id)).toEqual(onlyRefusals(before));
    expect(await system.db.asOwner('SELECT 1 FROM decision WHERE case_id = $1', [played.id])).toEqual([]);
  });

  test.each([
    ['evidence', 'handler', 'addRecord', evidence],
    ['a notice', 'handler', 'recordNotice', offered],
    ['a statement', 'handler', 'recordAnswer', statement],
    ['a hearing', 'otherReviewer', 'recordHearing', hearing],
  ] as const)('%s that comes after the draft is part of what will be reviewed', async (_what, duty, action, body) => {
    // A hearing is held that was offered and claimed.
    const drafted = await play.beyond('investigating', ['handler', 'recordNotice', offered], ['handler', 'recordAnswer', claimed]); // prettier-ignore
    const [before] = await hashes(drafted);
    expect((await post(PERSON[duty], drafted, action, body)).status).toBe(200);
    const [onRecord, ofTheWords] = await hashes(drafted);
    expect(onRecord).not.toBe(before);
    expect(onRecord).toBe(ofTheWords);
  });
});

async function hashes({ id }: Played): Promise<(string | null)[]> {
  const [row] = await system.db.asOwner<{ hash: string; filing: { party: unknown } }>(
    `SELECT f.reviewed_hash AS hash, c.filing FROM case_file f JOIN case_filing c USING (id) WHERE f.id = $1`,
    [id],
  );
  const events = await inAgency(system.db.database, 'xltyj', (transaction) => history(transaction, id));
  return [row!.hash, reviewedHash(row!.filing.party, events.map(worded))];
}

describe('a pass', () => {
  test('that new evidence voids is voided in the row of its review, by the event that did it', async () => {
    const played = await play.ordinary('issuing');
    expect(await reviewsOf(played)).toEqual([{ state: 'passed', voided_seq: null }]);
    const { body } = await post(PERSON.handler, played, 'addRecord', evidence);
    expect(await reviewsOf(played)).toEqual([{ state: 'voided', voided_seq: body.seq }]);
  });

  test('that a new draft takes off record is voided there too, though the draft says the same', async () => {
    const played = await play.beyond('issuing', ['handler', 'reopen', { reason: '补办' }]);
    expect(await reviewsOf(played)).toEqual([{ state: 'passed', voided_seq: null }]);
    const { body } = await post(PERSON.handler, played, 'saveDraft', { ...told('saveDraft'), version: 2 });
    expect(await reviewsOf(played)).toEqual([{ state: 'voided', voided_seq: body.seq }]);
  });

  test('on which a decision rests stays as it was given, whatever becomes of the decision', async () => {
    const played = await play.ordinary('closing');
    const reason = { reason: '复议决定', source: 'reconsideration', sourceNo: '示复决〔2026〕1号', redo: true };
    expect((await post(PERSON.chair, played, 'annulDecision', reason)).status).toBe(200);
    expect(await reviewsOf(played)).toEqual([{ state: 'passed', voided_seq: null }]);
  });
});
