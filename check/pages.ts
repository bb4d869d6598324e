import type pg from 'pg';

/** The rows of a query that gives each as JSON under the name `row`. */
export async function rowsOf<Row>(client: pg.Client, sql: string, values: unknown[] = []): Promise<Row[]> {
  const { rows } = await client.query<{ row: Row }>(sql, values);
  return rows.map(({ row }) => row);
}

/** A query's rows, a page at a time, so that no more than a page is in memory. Needs an open transaction. */
export async function* pages<Row>(client: pg.Client, cursor: string, sql: string, size: number): AsyncGenerator<Row[]> {
  await client.query(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${sql}`);
  for (;;) {
    const page = await rowsOf<Row>(client, `FETCH ${size} FROM ${cursor}`);
    if (page.length === 0) break;
    yield page;
  }
  await client.query(`CLOSE ${cursor}`);
}
