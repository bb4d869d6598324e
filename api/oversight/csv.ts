import type { Response } from 'express';
import { stringify } from 'csv-stringify';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A column: its heading, and what stands in it. */
export type Columns<Item> = [heading: string, cell: (item: Item) => string | number | null][];

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** Rows read at once: the whole list is never in memory. */
export const rowsAtOnce = 500;

/**
 * Sends a whole list, page by page, as a table for spreadsheets: UTF-8 with its mark, and no cell is taken for a formula.
 * The first page is read before the answer begins, so that a refusal is still an answer of its own.
 */
export async function sendCsv<Item>(
  response: Response,
  name: string,
  columns: Columns<Item>,
  read: (cursor: string | undefined) => Promise<Page<Item>>,
): Promise<void> {
  const first = await read(undefined);
  response.set('Content-Disposition', `attachment; filename="${name}.csv"`).type('text/csv');
  const table = stringify({
    bom: true,
    escape_formulas: true,
    header: true,
    columns: columns.map(([heading]) => heading),
  });
  await pipeline(Readable.from(rows()), table, response);

  async function* rows() {
    for (let page = first; ; page = await read(page.nextCursor)) {
      for (const item of page.items) yield columns.map(([, cell]) => cell(item));
      if (page.nextCursor === null) return;
    }
  }
}
