/** '11月18日 10:20' of a moment in +08:00, as the API writes it. */
export function momentInWords(at: string): string {
  return `${Number(at.slice(5, 7))}月${Number(at.slice(8, 10))}日 ${at.slice(11, 16)}`;
}
