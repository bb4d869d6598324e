const digits = '零一二三四五六七八九';

/** A whole number digit by digit in Chinese, as the word of a number series may hold it: 105 is 一零五. */
export function hanDigits(number: number): string {
  return Array.from(String(number), (digit) => digits[Number(digit)]).join('');
}
