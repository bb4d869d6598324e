import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { firstPrevious, leafHash } from '../../prisma/ledger.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let db: TestDatabase;
let one: pg.Client;
let other: pg.Client;

beforeAll(async () => {
  db = await createTestDatabase();
  [one, other] = [new pg.Client({ connectionString: db.appUrl }), new pg.Client({ connectionString: db.appUrl })];
  for (const client of [one, other]) {
    await client.connect();
    await client.query(`SELECT set_config('app.agency', 'a1', false)`);
  }
});
afterAll(async () => {
  await one.end();
  await other.end();
  await db.close();
});

const append = (client: pg.Client, ref: string) =>
  client.query(`SELECT chain_leaf('a1', 'refusal', NULL, $1, $2, '2026-03-02T09:00:00+08:00')`, [
    ref,
    `payload ${ref}`,
  ]);

test.each([
  ['the first of all', []],
  ['one after others', ['r1', 'r2']],
])(
  'two who write to one ledger at once, %s, both get their leaf: the second waits for the first',
  async (_when, earlier) => {
    // prettier-ignore
    await db.asOwner(`ALTER TABLE ledger_leaf DISABLE TRIGGER ALL; ALTER TABLE ledger_head DISABLE TRIGGER ALL;
    DELETE FROM ledger_leaf; DELETE FROM ledger_head`); // prettier-ignore
    for (const ref of earlier) await append(one, ref);
    await one.query('BEGIN');
    await append(one, 'first');
    const second = append(other, 'second');
    await new Promise((resolve) => setTimeout(resolve, 200));
    await one.query('COMMIT');
    await second;
    const leaves = await db.asOwner<{ seq: string; ref: string; payload: string; previous: string; hash: string }>(
      'SELECT seq, ref, payload, previous, hash FROM ledger_leaf ORDER BY seq',
    );
    expect(leaves.map(({ ref }) => ref)).toEqual([...earlier, 'first', 'second']);
    leaves.forEach(({ seq, payload, previous, hash }, n) => {
      expect(Number(seq)).toBe(n + 1);
      expect(previous).toBe(leaves[n - 1]?.hash ?? firstPrevious);
      expect(hash).toBe(leafHash(previous, payload));
    });
  },
);
