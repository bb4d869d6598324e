const form = /^(?<series>.*?)(?<year>[1-9]\d{3})(?<between>-|〕第?)(?<serial>[1-9]\d{0,5})(?<end>号?)$/u;

/**
 * The number that an agency's next minutes (纪要) might take: one more than its last of this year, else the first of the
 * series. Agencies number minutes as they like, 「局集体讨论纪要2026-1」 or 「纪要〔2026〕1号」; where the last one has no such
 * form, or there is none, it begins the first. Nothing depends on it: whoever records writes another.
 */
export function nextMinutesNumber(last: string | null, year: number): string {
  const { series, between, serial, end, ...found } = form.exec(last ?? '')?.groups ?? {};
  if (series === undefined) return `集体讨论纪要${year}-1`;
  const next = Number(found['year']) === year ? Number(serial) + 1 : 1;
  return `${series}${year}${between}${next}${end}`;
}
