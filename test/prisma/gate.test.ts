import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import {
  insert,
  insertCase,
  insertContent,
  insertDecision,
  insertEvent,
  insertReview,
  summary,
} from '../support/case-rows.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { appendOnly, contentChanged, noSuch, notPermitted, refusalOf, violated } from '../support/sql-refusal.ts';

let db: TestDatabase;
let application: pg.Client;
let owner: pg.Client;
let count = 0;
let id: string;

beforeAll(async () => {
  db = await createTestDatabase();
  application = await connect(db.appUrl);
  owner = await connect(db.ownerUrl);
});
afterAll(async () => {
  await application.end();
  await owner.end();
  await db.close();
});
beforeEach(() => {
  count += 1;
  id = `${count}`;
});

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`SELECT set_config('app.agency', 'a1', false)`);
  return client;
}

const who: [string, () => pg.Client][] = [
  ['the application', () => application],
  ['the owner', () => owner],
];

describe.each(who)('for %s, an ordinary decision', (_name, client) => {
  test('stands on a passed review of exactly its content', async () => {
    await insertCase(client(), { id });
    await insertReview(client(), id);
    expect(await refusalOf(insertDecision(client(), id))).toEqual({ code: 'accepted' });
  });

  test('without a review is refused', async () => {
    await insertCase(client(), { id });
    expect(await refusalOf(insertDecision(client(), id))).toEqual(noSuch('decision_review'));
    const unnamed = insertDecision(client(), id, { review_seq: null, review_state: null });
    expect(await refusalOf(unnamed)).toEqual(violated('decision_gate'));
  });

  test('of a case in which nothing was ever reviewed is refused', async () => {
    await insertCase(client(), { id, reviewedHash: null });
    const nothing = { review_seq: null, content_hash: null, review_state: null };
    expect(await refusalOf(insertDecision(client(), id, nothing))).toEqual(violated('decision_gate'));
  });

  test.each(['correct', 'supplement', 'disagree', 'transfer'])(
    'on a review that says %s is refused',
    async (verdict) => {
      await insertCase(client(), { id });
      await insertReview(client(), id, { verdict, state: 'notPassed' });
      expect(await refusalOf(insertDecision(client(), id))).toEqual(noSuch('decision_review'));
      const honest = insertDecision(client(), id, { review_state: 'notPassed' });
      expect(await refusalOf(honest)).toEqual(violated('decision_gate'));
    },
  );

  test('on a voided review is refused', async () => {
    await insertCase(client(), { id });
    await insertReview(client(), id);
    await client().query(`UPDATE review SET state = 'voided', voided_seq = 3 WHERE case_id = $1`, [id]);
    expect(await refusalOf(insertDecision(client(), id))).toEqual(noSuch('decision_review'));
    const honest = insertDecision(client(), id, { review_state: 'voided' });
    expect(await refusalOf(honest)).toEqual(violated('decision_gate'));
  });

  test("on another case's review is refused", async () => {
    await insertCase(client(), { id });
    await insertCase(client(), { id: `${id}-other` });
    await insertReview(client(), `${id}-other`);
    expect(await refusalOf(insertDecision(client(), id))).toEqual(noSuch('decision_review'));
  });

  test('of a content that was not the one reviewed is refused', async () => {
    await insertCase(client(), { id, reviewedHash: 'hash-2' });
    await insertReview(client(), id);
    expect(await refusalOf(insertDecision(client(), id, { content_hash: 'hash-2' }))).toEqual(
      noSuch('decision_review'),
    );
    expect(await refusalOf(insertDecision(client(), id))).toEqual(contentChanged);
  });

  test('after new evidence, when nothing is on record as reviewed, is refused', async () => {
    await insertCase(client(), { id, reviewedHash: null });
    await insertReview(client(), id);
    expect(await refusalOf(insertDecision(client(), id))).toEqual(contentChanged);
  });

  test('disguised as a summary one is refused', async () => {
    await insertCase(client(), { id });
    const disguised = insertDecision(client(), id, { ...summary, amount_fen: 100_000 });
    expect(await refusalOf(disguised)).toEqual(noSuch('decision_case'));
  });

  test('cannot use the same review a second time', async () => {
    await insertCase(client(), { id });
    await insertReview(client(), id);
    await insertDecision(client(), id);
    await insertEvent(client(), id, 4);
    const again = insertDecision(client(), id, { seq: 4, document_no: `${id}-again` });
    expect(await refusalOf(again)).toEqual({ code: '23505', constraint: 'decision_one_per_review' });
  });

  test('keeps its review from being voided', async () => {
    await insertCase(client(), { id });
    await insertReview(client(), id);
    await insertDecision(client(), id);
    const voiding = client().query(`UPDATE review SET state = 'voided', voided_seq = 3 WHERE case_id = $1`, [id]);
    expect(await refusalOf(voiding)).toEqual(noSuch('decision_review'));
  });

  test('cannot take a number that its agency has used', async () => {
    await insertCase(client(), { id });
    await insertCase(client(), { id: `${id}-second` });
    for (const each of [id, `${id}-second`]) await insertReview(client(), each);
    await insertDecision(client(), id);
    const second = insertDecision(client(), `${id}-second`, { document_no: `示应急罚〔2026〕${id}号` });
    expect(await refusalOf(second)).toEqual({ code: '23505', constraint: 'decision_agency_id_document_no_key' });
  });
});

describe.each(who)('for %s, a summary decision', (_name, client) => {
  const limits = [
    ['person', 20_000],
    ['organisation', 300_000],
  ] as const;

  test.each(limits)('on a %s may fine %d fen and not one more', async (partyKind, limit) => {
    await insertCase(client(), { id, procedure: 'summary', partyKind });
    const fine = (amount: number) =>
      insertDecision(client(), id, { ...summary, party_kind: partyKind, amount_fen: amount });
    expect(await refusalOf(fine(limit + 1))).toEqual(violated('decision_gate'));
    expect(await refusalOf(fine(-1))).toEqual(violated('decision_gate'));
    expect(await refusalOf(fine(limit))).toEqual({ code: 'accepted' });
  });

  test('may not call a person an organisation, for the higher limit', async () => {
    await insertCase(client(), { id, procedure: 'summary', partyKind: 'person' });
    const disguised = insertDecision(client(), id, { ...summary, party_kind: 'organisation', amount_fen: 100_000 });
    expect(await refusalOf(disguised)).toEqual(noSuch('decision_case'));
  });

  const others = [['closure'], ['fine', 'revokePermit'], ['confiscation'], []].map((measures) => ({ measures }));

  test.each(others)('of another kind than warning and fine is refused: $measures', async ({ measures }) => {
    await insertCase(client(), { id, procedure: 'summary' });
    const decision = insertDecision(client(), id, { ...summary, amount_fen: 1000, measures });
    expect(await refusalOf(decision)).toEqual(violated('decision_gate'));
  });

  test('confiscates nothing, and claims no review', async () => {
    await insertCase(client(), { id, procedure: 'summary' });
    const confiscating = insertDecision(client(), id, { ...summary, amount_fen: 1000, confiscated_fen: 1 });
    expect(await refusalOf(confiscating)).toEqual(violated('decision_gate'));
    await insertReview(client(), id);
    const reviewed = insertDecision(client(), id, { procedure: 'summary', amount_fen: 1000 });
    expect(await refusalOf(reviewed)).toEqual(violated('decision_gate'));
  });
});

describe.each(who)('for %s, a review', (_name, client) => {
  test('passes only when it says agree', async () => {
    await insertCase(client(), { id });
    const passed = insertReview(client(), id, { verdict: 'disagree' });
    expect(await refusalOf(passed)).toEqual(violated('review_only_agree_passes'));
  });

  test('is signed by another person than the reviewer', async () => {
    await insertCase(client(), { id });
    const alone = insertReview(client(), id, { signed_by: 'zhou' });
    expect(await refusalOf(alone)).toEqual(violated('review_two_people'));
  });

  test('that did not pass never passes later, and a voided one stays voided', async () => {
    await insertCase(client(), { id });
    await insertContent(client(), id, 2);
    await insertReview(client(), id, { verdict: 'disagree', state: 'notPassed' });
    await insertReview(client(), id, { seq: 3, content_version: 2 });
    await client().query(`UPDATE review SET state = 'voided', voided_seq = 3 WHERE case_id = $1 AND seq = 3`, [id]);
    for (const seq of [2, 3]) {
      const passing = client().query(`UPDATE review SET state = 'passed' WHERE case_id = $1 AND seq = $2`, [id, seq]);
      expect(await refusalOf(passing)).toEqual(appendOnly);
    }
  });

  test('keeps its words while it is voided', async () => {
    await insertCase(client(), { id });
    await insertReview(client(), id);
    const rewritten = client().query(
      `UPDATE review SET state = 'voided', voided_seq = 3, content_hash = 'hash-2' WHERE case_id = $1`,
      [id],
    );
    expect(await refusalOf(rewritten)).toEqual(client() === owner ? appendOnly : notPermitted);
  });
});

describe('two at once', () => {
  let second: pg.Client;
  beforeAll(async () => {
    second = await connect(db.appUrl);
  });
  afterAll(() => second.end());
  beforeEach(async () => {
    await insertCase(application, { id });
    await insertReview(application, id);
  });
  const voiding = `UPDATE review SET state = 'voided', voided_seq = 3 WHERE case_id = $1`;

  test('a review that is being voided cannot be decided upon meanwhile', async () => {
    await application.query('BEGIN');
    await application.query(voiding, [id]);
    const decision = refusalOf(insertDecision(second, id));
    await untilWaiting();
    await application.query('COMMIT');
    expect(await decision).toEqual(noSuch('decision_review'));
  });

  test('a review that is being decided upon cannot be voided meanwhile', async () => {
    await application.query('BEGIN');
    await insertDecision(application, id);
    const voided = refusalOf(second.query(voiding, [id]));
    await untilWaiting();
    await application.query('COMMIT');
    expect(await voided).toEqual(noSuch('decision_review'));
  });

  test('a content that is being changed cannot be decided upon meanwhile', async () => {
    await application.query('BEGIN');
    await application.query(`UPDATE case_file SET reviewed_hash = 'hash-2' WHERE id = $1`, [id]);
    const decision = refusalOf(insertDecision(second, id));
    await untilWaiting();
    await application.query('COMMIT');
    expect(await decision).toEqual(contentChanged);
  });

  async function untilWaiting(): Promise<void> {
    for (;;) {
      // Of this database: others on the server wait for locks too.
      const { rowCount } = await owner.query(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      if (rowCount) return;
    }
  }
});

describe.each(who)('for %s, a publication', (_name, client) => {
  test('stands on a decision and is approved by a second person', async () => {
    await insertCase(client(), { id });
    const publication = (changes: object) =>
      insert(client(), 'publication', {
        ...{
          case_id: id,
          agency_id: 'a1',
          decision_seq: 3,
          status: 'published',
          kind: 'penalty',
          title: '',
          party_name: '',
        },
        ...{ document_no: id, fields: {}, facts: '', prepared_by: 'qian', approved_by: 'sun', ...changes },
      });
    expect(await refusalOf(publication({}))).toEqual(noSuch('publication_decision'));
    await insertReview(client(), id);
    await insertDecision(client(), id);
    for (const approved_by of [null, 'qian']) {
      expect(await refusalOf(publication({ approved_by }))).toEqual(violated('publication_second_person'));
    }
    expect(await refusalOf(publication({}))).toEqual({ code: 'accepted' });
  });
});
