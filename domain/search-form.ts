/**
 * A text as it is searched: one form for full and half width (NFKC, so that digits typed either way are the same), small
 * letters, and one blank for everything between letters and digits, so that 〔2026〕, [2026] and (2026) are one.
 */
export function searchForm(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}

/** Every two neighbouring characters of a text in {@link searchForm}: two characters of Chinese are a word. */
export function bigrams(form: string): Set<string> {
  const found = new Set<string>();
  for (const run of form.split(' ')) {
    const characters = Array.from(run);
    for (let n = 1; n < characters.length; n += 1) found.add(characters[n - 1]! + characters[n]!);
  }
  return found;
}

/** The words asked for, each to be found as it stands; empty when none of them has two characters side by side. */
export function wantedWords(text: string): string[] {
  const words = text.split(/\s+/u).map(searchForm).filter(Boolean);
  return words.some((word) => bigrams(word).size > 0) ? [...new Set(words)] : [];
}
