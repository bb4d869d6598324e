import { formatDocumentNumber, parseDocumentNumber } from '../domain/document-number.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import type { Transaction } from './client.ts';

/**
 * Takes the proposed number if it is the next of its series (agency, kind, year), under the lock of the series' row: no
 * gap and no repeat. The number before may have been imported. Refuses any other with the number that is next.
 */
export async function takeNumber(
  transaction: Transaction,
  agencyId: string,
  proposed: string,
): Promise<Refusal | null> {
  const number = parseDocumentNumber(proposed);
  if (!number) return refuse('number.notNext', { given: proposed, form: '机关代字〔年份〕顺序号号' });
  const { series, year, serial } = number;
  await transaction.$executeRaw`
    INSERT INTO number_series (agency_id, series, year, last) VALUES (${agencyId}, ${series}, ${year}, 0) ON CONFLICT DO NOTHING`;
  const [row] = await transaction.$queryRaw<{ last: number }[]>`
    SELECT last FROM number_series WHERE agency_id = ${agencyId} AND series = ${series} AND year = ${year} FOR UPDATE`;
  const next = (row?.last ?? 0) + 1;
  if (serial !== next) {
    return refuse('number.notNext', { given: proposed, next: formatDocumentNumber({ series, year, serial: next }) });
  }
  await transaction.numberSeries.update({
    where: { agencyId_series_year: { agencyId, series, year } },
    data: { last: serial },
  });
  return null;
}
