import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { insert, insertCase, insertDecision, insertEvent, insertReview, summary } from '../support/case-rows.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { appendOnly, contentChanged, noSuch, refusalOf } from '../support/sql-refusal.ts';

const at = '2026-03-02T09:00:00+08:00';
const twice = (constraint: string) => ({ code: '23505', constraint });
let db: TestDatabase;
let owner: pg.Client;
let count = 0;
let id: string;

beforeAll(async () => {
  db = await createTestDatabase();
  owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await db.close();
});
beforeEach(async () => {
  count += 1;
  id = `${count}`;
  await insertCase(owner, { id });
});

describe('even the owner writes once only', () => {
  test('what one command brought about in a case', async () => {
    await insertEvent(owner, id, 4);
    const again = owner.query(
      `INSERT INTO event SELECT case_id, 5, agency_id, type, actor, at, command_id, facts_version, data, words FROM event WHERE case_id = $1 AND seq = 4`,
      [id],
    );
    expect(await refusalOf(again)).toEqual(twice('event_case_id_command_id_key'));
  });

  test('what one command brought about in an order on an agency', async () => {
    await insertOrder({ state: {} });
    const event = { order_id: id, agency_id: 'a1', type: 'x', actor: 'wu', at, command_id: 'k', data: {}, words: {} };
    await insert(owner, 'supervision_order_event', { ...event, seq: 1 });
    const again = insert(owner, 'supervision_order_event', { ...event, seq: 2 });
    expect(await refusalOf(again)).toEqual(twice('supervision_order_event_order_id_command_id_key'));
  });

  test('a command under one key of one person, for one act on one case', async () => {
    const intake = {
      ...{ agency_id: 'a1', person_id: 'li', case_id: id, action: 'close', key: 'key-0001', body_hash: 'b' },
      ...{ words: {}, status: 'received', at },
    };
    await insert(owner, 'command_intake', { ...intake, id: `one-${id}` });
    const again = insert(owner, 'command_intake', { ...intake, id: `other-${id}`, body_hash: 'another' });
    expect(await refusalOf(again)).toEqual(twice('command_intake_person_id_action_case_id_key_key'));
  });

  test('an entry of the ledger for what it stands for', async () => {
    const leaf = { agency_id: 'a1', kind: 'event', ref: `${id}:1`, payload: '', hash: 'h', previous: 'p', at };
    await insert(owner, 'ledger_leaf', { ...leaf, seq: count * 10 });
    const again = insert(owner, 'ledger_leaf', { ...leaf, seq: count * 10 + 1 });
    expect(await refusalOf(again)).toEqual(twice('ledger_leaf_agency_id_kind_ref_key'));
  });

  test('an order on a case, until the one before is closed', async () => {
    await insertOrder({ case_id: id });
    const second = { id: `${id}-second`, case_id: id };
    expect(await refusalOf(insertOrder(second))).toEqual(twice('supervision_order_one_a_case'));
    await owner.query(`UPDATE supervision_order SET status = 'closed', closed_at = $2 WHERE id = $1`, [id, at]);
    await insertOrder(second);
  });

  function insertOrder(row: object): Promise<void> {
    const begun = { reason: '', status: 'open', opened_by: 'wu', opened_at: at, returns: 0, last_at: at, words: '' };
    return insert(owner, 'supervision_order', { id, agency_id: 'a1', cases: [], ...begun, ...row });
  }
});

describe('even the owner writes nothing out of the air', () => {
  test('no review that no event of the case gave, or of a version that was never written', async () => {
    expect(await refusalOf(insertReview(owner, id, { seq: 9 }))).toEqual(noSuch('review_event'));
    expect(await refusalOf(insertReview(owner, id, { content_version: 2 }))).toEqual(noSuch('review_content'));
  });

  test('no decision that no event of the case issued', async () => {
    await insertReview(owner, id);
    expect(await refusalOf(insertDecision(owner, id, { seq: 9 }))).toEqual(noSuch('decision_event'));
  });

  test('no decision of a case that nobody can lock, for it has no row: not of a summary one either', async () => {
    await owner.query('DELETE FROM case_file WHERE id = $1', [id]);
    await insertReview(owner, id);
    expect(await refusalOf(insertDecision(owner, id))).toEqual(contentChanged);
    const fine = { ...summary, amount_fen: 10_000 };
    await insertCase(owner, { id: `${id}-summary`, procedure: 'summary' });
    await owner.query('DELETE FROM case_file WHERE id = $1', [`${id}-summary`]);
    expect(await refusalOf(insertDecision(owner, `${id}-summary`, fine))).toEqual(contentChanged);
  });

  test('no voided pass that does not say which event voided it', async () => {
    await insertReview(owner, id);
    expect(await refusalOf(owner.query(`UPDATE review SET state = 'voided' WHERE case_id = $1`, [id]))).toEqual(
      appendOnly,
    );
  });
});
