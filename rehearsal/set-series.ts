import pg from 'pg';
import type { DocumentNumber } from '../domain/document-number.ts';

/** Lets a series of an agency stand at a number, as if it had been issued. */
export type SetSeries = (agency: string, number: DocumentNumber) => Promise<void>;

/**
 * In the throw-away database itself, as its owner.
 * The administrators' API takes its place as soon as it can import the last number of a series.
 */
export function setSeriesIn(databaseOwnerUrl: string): SetSeries {
  return async (agency, { series, year, serial }) => {
    const client = new pg.Client({ connectionString: databaseOwnerUrl });
    await client.connect();
    try {
      await client.query(
        `INSERT INTO number_series (agency_id, series, year, last) VALUES ($1, $2, $3, $4)
         ON CONFLICT (agency_id, series, year) DO UPDATE SET last = $4 WHERE number_series.last < $4`,
        [agency, series, year, serial],
      );
    } finally {
      await client.end();
    }
  };
}
