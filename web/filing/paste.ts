/** The plain text of what was pasted where it holds a table (Word, a sheet, a page); null where the browser’s own text serves. */
export function pastedTable(html: string): string | null {
  if (!/<table[\s>]/i.test(html)) return null;
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return tidy(textOf(body));
}

const blocks = new Set([
  'P',
  'DIV',
  'LI',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'UL',
  'OL',
  'BLOCKQUOTE',
  'CAPTION',
  'TABLE',
]);
const unread = new Set(['SCRIPT', 'STYLE', 'HEAD', 'TITLE', 'TEMPLATE', 'NOSCRIPT']);

/** Cells are parted by tabs, rows and paragraphs by lines. */
function textOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replace(/[\s\u00A0]+/g, ' ');
  if (!(node instanceof Element) || unread.has(node.tagName)) return '';
  if (node.tagName === 'BR') return '\n';
  if (node.tagName === 'TR') {
    const cells = [...node.children].map((cell) => tidy(inside(cell)).replaceAll('\n', ' '));
    return `${cells.join('\t')}\n`;
  }
  return blocks.has(node.tagName) ? `\n${inside(node)}\n` : inside(node);
}

function inside(node: Node): string {
  return [...node.childNodes].map(textOf).join('');
}

function tidy(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/^ +| +$/g, ''));
  return lines.filter((line, at) => line !== '' || (at > 0 && lines[at - 1] !== '')).join('\n').trim(); // prettier-ignore
}
