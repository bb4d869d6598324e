/** Whether a text can be read in an answer: in any string of a JSON, or in a page, entities and tags resolved. */
export function saysText(body: unknown, text: string): boolean {
  if (typeof body === 'string') return pageTexts(body).some((page) => page.includes(text));
  if (typeof body === 'number') return String(body).includes(text);
  if (typeof body !== 'object' || body === null) return false;
  return Object.entries(body).some(([key, value]) => key.includes(text) || saysText(value, text));
}

/** The page as it came, with its entities resolved, and without its tags: a text may be split by them. */
function pageTexts(page: string): string[] {
  const plain = page
    .replace(/&#x([0-9a-f]{1,6});/gi, (_all, code: string) => character(parseInt(code, 16)))
    .replace(/&#(\d{1,7});/g, (_all, code: string) => character(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  return [page, plain, plain.replace(/<[^<>]*>/g, '')];
}

function character(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
