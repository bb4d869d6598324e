/** 文号: agency word and type word, year, serial; serials run per series and year without gap or repeat. */
export interface DocumentNumber {
  /** Text before the bracket, '兴应急罚': with the year it names the series. */
  series: string;
  year: number;
  serial: number;
}

// Some agencies write a place in brackets, （鞍）应急罚; neither a space nor a second 〔 belongs to a series.
const FORM = /^([\p{Script=Han}（）]{1,30})〔([1-9]\d{3})〕([1-9]\d{0,8})号$/u;

/** Reads '兴应急罚〔2026〕1号'. Null unless in exactly this form: 〔〕 (U+3014, U+3015), ASCII digits, no leading zero. */
export function parseDocumentNumber(text: string): DocumentNumber | null {
  const [, series, year, serial] = FORM.exec(text) ?? [];
  return series && year && serial ? { series, year: Number(year), serial: Number(serial) } : null;
}

/** The written form; {@link parseDocumentNumber} reads it back. */
export function formatDocumentNumber({ series, year, serial }: DocumentNumber): string {
  return `${series}〔${year}〕${serial}号`;
}

/**
 * True when `next` is the next of its series and year (process.md, issueDecision). `last` is null where the series has
 * none yet; its serial is 0 where an administrator set the series to its beginning.
 */
export function isNext(last: DocumentNumber | null, next: DocumentNumber): boolean {
  if (!last) return next.serial === 1;
  return next.series === last.series && next.year === last.year && next.serial === last.serial + 1;
}
