import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import {
  insert,
  insertCase,
  insertContent,
  insertDecision,
  insertEvent,
  insertLeaf,
  insertReview,
} from '../support/case-rows.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { contentChanged, notPermitted, refusalOf } from '../support/sql-refusal.ts';

const at = '2026-03-02T09:00:00+08:00';
const guarded = [
  ...['case_filing', 'case_file', 'event', 'content_version', 'review', 'decision', 'number_series', 'publication'],
  ...[
    'due_moment',
    'ledger_head',
    'ledger_leaf',
    'command_intake',
    'outbox',
    'case_search',
    'stage_visit',
    'workflow_problem',
  ],
  ...['supervision_order', 'supervision_order_event', 'evidence_file', 'admin_change', 'reconciliation_difference'],
];
/** What leaves the system, and through which addresses: the overseers' business no more than anybody's. */
const ownAlone = ['notice_contact', 'notice_robot', 'notice_switch', 'delivery', 'delivery_part'];
/** Read by all and written by administrators (administration.test.ts), or a person's own (notifications.test.ts, working-copies.test.ts). */
const ruledElsewhere = ['agency_grant', 'catalogue_entry', 'enforcement_item', 'notification', 'parameter_pack', 'person', 'section', 'working_copy']; // prettier-ignore
let db: TestDatabase;
let application: pg.Client;

beforeAll(async () => {
  db = await createTestDatabase();
  application = new pg.Client({ connectionString: db.appUrl });
  await application.connect();
  await db.asOwner(`INSERT INTO reconciliation (id, kind, started_at) VALUES ('run', 'watchdog', $1)`, [at]);
  for (const agency of ['a1', 'a2']) {
    await actingFor(agency);
    await insertEverything(`case-${agency}`, agency);
    await insertAddresses(agency);
  }
  await db.asOwner(`INSERT INTO agency_grant VALUES ('a2', 'j1')`);
});
afterAll(async () => {
  await application.end();
  await db.close();
});

async function actingFor(agency: string): Promise<void> {
  await application.query(`SELECT set_config('app.agency', $1, false)`, [agency]);
}

async function insertEverything(id: string, agency: string): Promise<void> {
  const common = { agency_id: agency, case_id: id };
  await insertCase(application, { id, agency });
  await insertReview(application, id, { agency_id: agency });
  await insertDecision(application, id, { agency_id: agency });
  await insertLeaf(application, 1, agency);
  await insert(application, 'ledger_head', { agency_id: agency, seq: 1, hash: 'h' });
  await insert(application, 'number_series', { agency_id: agency, series: '示罚', year: 2026, last: 3 });
  await insert(application, 'publication', {
    ...{ ...common, decision_seq: 3, status: 'approved', kind: 'penalty', title: '', document_no: id, party_name: '' },
    ...{ fields: {}, facts: '', prepared_by: 'qian', approved_by: 'sun' },
  });
  await insert(application, 'due_moment', {
    ...{
      ...common,
      id: `due-${id}`,
      name: 'stage',
      limit_key: 'issuing',
      budget: 2,
      unit: 'wd',
      started_at: at,
      due_at: at,
    },
    ...{ provisional: false, calendar_version: 1, pack_from: '2025-01-01', status: 'pending' },
  });
  await insert(application, 'command_intake', {
    ...{ ...common, id: `intake-${id}`, person_id: 'li', action: 'close', key: 'key-0001', body_hash: 'b' },
    ...{ words: {}, status: 'refused', at },
  });
  const visit = { seq: 9, stay: 9, stage: 'issuing', entered_at: at, status: 'here' };
  await insert(application, 'stage_visit', { ...common, ...visit });
  await insert(application, 'workflow_problem', { ...common, cause: 'x', attempt: 9, since: at });
  await insert(application, 'outbox', { ...common, seq: 1, topic: 'notify', payload: {} });
  const words = { party: '示例', numbers: '', statutes: '', words: '示例', grams: `'示例':1A` };
  await insert(application, 'case_search', { ...common, ...words });
  const begun = { reason: '', status: 'open', opened_by: 'wu', opened_at: at, returns: 0, last_at: at, words: '' };
  await insert(application, 'supervision_order', { id, agency_id: agency, cases: [], state: {}, ...begun });
  const opening = { seq: 1, type: 'openSupervision', actor: 'wu', at, command_id: id, data: {}, words: {} };
  await insert(application, 'supervision_order_event', { order_id: id, agency_id: agency, ...opening });
  const file = { name: 'a.pdf', size: 1, media_type: 'application/pdf', sha256: '0'.repeat(64), arrived_at: at };
  await insert(application, 'evidence_file', { ...common, id, uploaded_by: 'li', ...file });
  const change = { n: 0, person_id: 'y', action: 'import people', kind: 'person', target: 'li', what: 'changed', at };
  await insert(application, 'admin_change', { agency_id: agency, command_id: id, ...change });
  await insert(application, 'reconciliation_difference', { ...common, run_id: 'run', what: 'x', repaired: false });
}

async function insertAddresses(agency: string): Promise<void> {
  await db.asOwner(`INSERT INTO notice_contact VALUES ($1 || '-li', $1, 'li@example.gov.cn')`, [agency]);
  await db.asOwner(`INSERT INTO notice_robot VALUES ($1, '', 'wecom', 'key')`, [agency]);
  await db.asOwner(`INSERT INTO notice_switch VALUES ($1 || '-li', $1, true)`, [agency]);
  await db.asOwner(
    `INSERT INTO delivery (agency_id, channel, target, counts, status, created_at) VALUES ($1, 'mail', $1 || '-li', '{}', 'waiting', $2)`,
    [agency, at],
  );
  await db.asOwner(
    `INSERT INTO delivery_part (agency_id, channel, target, about_id, seq, person_id, kind, ready_at) VALUES ($1, 'mail', $1 || '-li', 'case-' || $1, 1, $1 || '-li', 'task', $2)`,
    [agency, at],
  );
}

async function agenciesSeenIn(table: string): Promise<string[]> {
  const { rows } = await application.query<{ agency_id: string }>(`SELECT DISTINCT agency_id FROM ${table} ORDER BY 1`);
  return rows.map(({ agency_id }) => agency_id);
}

describe.each(guarded)('%s', (table) => {
  test('shows an agency its own rows and no others', async () => {
    await actingFor('a1');
    expect(await agenciesSeenIn(table)).toEqual(['a1']);
    await actingFor('a2');
    expect(await agenciesSeenIn(table)).toEqual(['a2']);
  });

  test('shows nothing where no agency, or an unknown one, is named', async () => {
    for (const nobody of ['', 'a9']) {
      await actingFor(nobody);
      expect(await agenciesSeenIn(table)).toEqual([]);
    }
  });

  test('shows an overseer what was granted, and no more', async () => {
    await actingFor('j1');
    expect(await agenciesSeenIn(table)).toEqual(['a2']);
  });

  test('takes no row in the name of another agency, whose rows one may see or not', async () => {
    const columns = await columnsOf(table);
    const values = columns.map((column) => (column === 'agency_id' ? `'a2'` : column));
    for (const agency of ['a1', 'j1']) {
      await actingFor(agency);
      await application.query('BEGIN');
      // Takes a row that stands there, so that nothing but the agency can be what is wrong with it.
      await application.query(`SET LOCAL app.agency = 'a2'`);
      await application.query(`CREATE TEMP TABLE copied ON COMMIT DROP AS SELECT * FROM ${table}`);
      await application.query(`SELECT set_config('app.agency', $1, true)`, [agency]);
      const written = application.query(
        `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM copied`,
      );
      const refusal = await refusalOf(written);
      await application.query('ROLLBACK');
      // The gate looks first, and does not even see the case.
      expect(refusal).toEqual(table === 'decision' ? contentChanged : notPermitted);
    }
  });
});

test('no table that names an agency is missing here', async () => {
  const found = await db.asOwner<{ name: string; secured: boolean }>(
    `SELECT c.relname AS name, c.relrowsecurity AS secured FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attname = 'agency_id' ORDER BY 1`,
  );
  expect(found.filter(({ secured }) => !secured)).toEqual([]);
  expect(found.map(({ name }) => name)).toEqual([...guarded, ...ownAlone, ...ruledElsewhere].toSorted());
});

test.each(ownAlone)('%s shows an agency its own rows, and nobody else, whatever was granted', async (table) => {
  // Nothing at all is to be read of what waits to leave, which only the functions that send it touch.
  if (table === 'delivery_part') await db.asOwner('GRANT SELECT ON delivery_part TO sanxiang_app');
  for (const [agency, seen] of [
    ['a1', ['a1']],
    ['a2', ['a2']],
    ['j1', []],
    ['', []],
  ] as const) {
    // prettier-ignore
    await actingFor(agency);
    expect(await agenciesSeenIn(table)).toEqual(seen);
  }
});

async function columnsOf(table: string): Promise<string[]> {
  const { rows } = await application.query<{ attname: string }>(
    `SELECT attname FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 ORDER BY attnum`,
    [table],
  );
  return rows.map(({ attname }) => attname);
}

describe("another agency's rows", () => {
  const updates = [
    `UPDATE case_file SET stage = 'archived'`,
    `UPDATE publication SET status = 'published'`,
    `UPDATE due_moment SET status = 'done'`,
    `UPDATE number_series SET last = last + 1`,
    `UPDATE ledger_head SET seq = seq + 1`,
    `UPDATE command_intake SET status = 'done'`,
    `UPDATE outbox SET done_at = now()`,
    `UPDATE review SET state = 'voided', voided_seq = 3`,
    `UPDATE case_search SET words = ''`,
  ];

  test.each(updates)('are not touched by %s, though an overseer may see them', async (update) => {
    await actingFor('j1');
    const { rowCount } = await application.query(update);
    expect(rowCount).toBe(0);
  });

  test('cannot be taken over by giving them to oneself, nor one of ours given away', async () => {
    await actingFor('a1');
    expect(await refusalOf(application.query(`UPDATE case_file SET agency_id = 'a2'`))).toEqual(notPermitted);
    const { rowCount } = await application.query(`UPDATE case_file SET agency_id = 'a1' WHERE id = 'case-a2'`);
    expect(rowCount).toBe(0);
  });

  test('are open to all once they are published, and to read alone', async () => {
    await actingFor('a2');
    await application.query(`UPDATE publication SET status = 'published' WHERE case_id = 'case-a2'`);
    await actingFor('a1');
    expect(await agenciesSeenIn('publication')).toEqual(['a1', 'a2']);
    const { rowCount } = await application.query(`UPDATE publication SET title = 'x' WHERE case_id = 'case-a2'`);
    expect(rowCount).toBe(0);
  });
});

describe('what looks past row-level security for the sake of an index shows an agency its own and what was granted to it', () => {
  beforeAll(async () => {
    await db.asOwner(`UPDATE case_file SET holder = '{li}', open = true, entered_at = '${at}'`);
    await db.asOwner(`INSERT INTO event SELECT case_id, 9, agency_id, type, actor, at, case_id || '-9', facts_version, data, '{"files": [{"id": "file-1"}]}'
      FROM event WHERE seq = 1`); // prettier-ignore
  });

  test.each([
    ['the search by words', `cases_with('''示例'''::tsquery) id`],
    ['cases by holder', `(SELECT case_id FROM cases_held_by('{li}')) held (id)`],
    ['cases by holder, with what lists choose by', `held_cases('{li}')`],
    ['cases by stage, counted', `(SELECT 'case-' || agency FROM open_by_stage('{a1,a2}', now())) counted (id)`],
    [
      'cases by section, counted',
      `(SELECT 'case-' || agency FROM standing_by_section('{a1,a2}', '2026-12-01', NULL, NULL, NULL)) counted (id)`,
    ],
    ['cases whose record names a file', `cases_naming_file('file-1')`],
  ])('%s', async (_what, from) => {
    // prettier-ignore
    const found = async (agency: string) => {
      await actingFor(agency);
      const { rows } = await application.query<{ id: string }>(`SELECT id FROM ${from}`);
      return rows.map(({ id }) => id);
    };
    expect(await found('a1')).toEqual(['case-a1']);
    expect(await found('a2')).toEqual(['case-a2']);
    expect(await found('j1')).toEqual(['case-a2']);
    expect(await found('')).toEqual([]);
  });
});

describe("another agency's case", () => {
  beforeEach(() => actingFor('a1'));

  test('takes no decision of ours', async () => {
    await insertEvent(application, 'case-a1', 4);
    const decision = insertDecision(application, 'case-a2', { seq: 3, document_no: 'ours' });
    expect(await refusalOf(decision)).not.toEqual({ code: 'accepted' });
  });

  test.each([
    ['event', () => insertEvent(application, 'case-a2', 9)],
    ['content version', () => insertContent(application, 'case-a2', 9)],
    ['review', () => insertReview(application, 'case-a2', { seq: 3 })],
  ])('takes no %s of ours', async (_what, write) => {
    expect(await refusalOf(write())).not.toEqual({ code: 'accepted' });
  });
});
