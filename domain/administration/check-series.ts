import { formatDocumentNumber, parseDocumentNumber } from '../document-number.ts';
import { broken, type Break } from './import-breaks.ts';
import type { SeriesRecord } from './records.ts';

/** A series has the form of a number and never goes back. */
export function checkSeries(record: SeriesRecord, before: SeriesRecord | null): Break[] {
  const { series, year, last } = record;
  const id = seriesId(record);
  if (parseDocumentNumber(formatDocumentNumber({ series, year, serial: 1 }))?.series !== series) {
    return [broken('import.seriesForm', 'numberSeries', id, { series })];
  }
  return before && last < before.last
    ? [broken('import.seriesBackwards', 'numberSeries', id, { last: before.last })]
    : [];
}

/** '兴应急罚〔2026〕'. */
export function seriesId({ series, year }: Pick<SeriesRecord, 'series' | 'year'>): string {
  return `${series}〔${year}〕`;
}
