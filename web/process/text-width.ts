/** About as wide as the text is at 14 px: full-width signs take an em, others a little more than half of one. */
export function textWidth(text: string, size = 14): number {
  return Array.from(text).reduce((sum, sign) => sum + (isWide(sign) ? size : size * 0.56), 0);
}

/** Breaks at spaces and after Chinese punctuation so that no line is wider, where it can be broken at all. */
export function wrapped(text: string, width: number, size = 14): string[] {
  const pieces = text.split(/(?<=[ 、，：；·])|(?=（)/u);
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last}${piece}`.trimEnd(), size) <= width)
      lines[lines.length - 1] = last + piece;
    else lines.push(piece);
  }
  return lines.map((row) => row.trim()).filter(Boolean);
}

/** For the text of an SVG element. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function isWide(sign: string): boolean {
  return /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/u.test(sign);
}
