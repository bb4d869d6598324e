/** '11月18日 10:20' of a moment in +08:00, as the API writes it. */
export function momentInWords(at: string): string {
  return `${Number(at.slice(5, 7))}月${Number(at.slice(8, 10))}日 ${at.slice(11, 16)}`;
}

/** '2026年3月2日' of such a moment, as documents date. */
export function dayInDocument(at: string): string {
  return `${at.slice(0, 4)}年${Number(at.slice(5, 7))}月${Number(at.slice(8, 10))}日`;
}
