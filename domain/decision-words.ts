import type { Proposal } from './state.ts';

const digits = '零一二三四五六七八九';
const places = ['', '十', '百', '千'];
const groups = ['', '万', '亿', '万亿'];

/** The content of an on-the-spot decision in words (当场处罚决定书): '给予警告，处人民币二千元罚款。' Amounts in fen. */
export function summaryDecisionText({ measures, amountFen }: Proposal): string {
  const parts = [
    ...(measures.includes('warning') ? ['给予警告'] : []),
    ...(measures.includes('fine') ? [`处人民币${yuanInWords(amountFen)}罚款`] : []),
  ];
  return `${parts.join('，')}。`;
}

/** An amount in Chinese numerals: 1800000 fen is '一万八千元', 12050 is '一百二十元五角'. Throws RangeError beyond 万亿. */
export function yuanInWords(fen: number): string {
  if (!Number.isSafeInteger(fen) || fen < 0 || fen >= 1e18) throw new RangeError(`not an amount in fen: ${fen}`);
  const [jiao, cents] = [Math.floor(fen / 10) % 10, fen % 10];
  const small = `${jiao ? `${digits[jiao]}角` : ''}${cents ? `${jiao ? '' : '零'}${digits[cents]}分` : ''}`;
  return `${integerInWords(Math.floor(fen / 100))}元${small}`;
}

function integerInWords(value: number): string {
  if (value === 0) return '零';
  const words: string[] = [];
  for (let rest = value, group = 0; rest > 0; rest = Math.floor(rest / 10_000), group += 1) {
    const part = rest % 10_000;
    const filler = rest >= 10_000 && part < 1_000 ? '零' : '';
    words.unshift(part === 0 ? filler : `${filler}${belowTenThousand(part)}${groups[group]}`);
  }
  return words.join('').replace(/零+/g, '零').replace(/零$/, '').replace(/^一十/, '十');
}

function belowTenThousand(value: number): string {
  const figures = String(value);
  return Array.from(figures, (digit, index) =>
    digit === '0' ? '零' : `${digits[Number(digit)]}${places[figures.length - 1 - index]}`,
  )
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '');
}
