import { describe, expect, it } from '@jest/globals';
import { summaryDecisionText, yuanInWords } from '../../domain/decision-words.ts';

describe('amounts in Chinese numerals', () => {
  it.each([
    [0, '零元'],
    [1_000, '十元'],
    [11_000, '一百一十元'],
    [12_050, '一百二十元五角'],
    [10_005, '一百元零五分'],
    [200_000, '二千元'],
    [1_800_000, '一万八千元'],
    [1_005_000, '一万零五十元'],
    [6_500_000, '六万五千元'],
    [100_010_000, '一百万零一百元'],
    [22_080_000, '二十二万零八百元'],
    [1_000_000_100_000_0, '一千亿零一万元'],
    [10_000_000_000, '一亿元'],
  ])('%d fen is %s', (fen, words) => {
    expect(yuanInWords(fen)).toBe(words);
  });

  it('refuses what is no amount', () => {
    expect(() => yuanInWords(-1)).toThrow(RangeError);
    expect(() => yuanInWords(0.5)).toThrow(RangeError);
  });

  it('words a warning and a fine on the spot', () => {
    expect(summaryDecisionText({ measures: ['fine'], amountFen: 200_000, confiscatedFen: 0 })).toBe(
      '处人民币二千元罚款。',
    );
    expect(summaryDecisionText({ measures: ['fine', 'warning'], amountFen: 20_000, confiscatedFen: 0 })).toBe(
      '给予警告，处人民币二百元罚款。',
    );
    expect(summaryDecisionText({ measures: ['warning'], amountFen: 0, confiscatedFen: 0 })).toBe('给予警告。');
  });
});
