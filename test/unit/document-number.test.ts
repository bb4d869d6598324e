import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatDocumentNumber, isNext, parseDocumentNumber } from '../../domain/document-number.ts';
import { cases } from '../support/demo-data.ts';

const series = fc.array(fc.constantFrom('兴', '应', '急', '罚', '乌', '政', '征', '补'), {
  minLength: 1,
  maxLength: 6,
});
const number = fc.record({
  series: series.map((words) => words.join('')),
  year: fc.integer({ min: 1949, max: 2999 }),
  serial: fc.integer({ min: 1, max: 999_999 }),
});

describe('a document number', () => {
  it('is a series, a year and a serial', () => {
    expect(parseDocumentNumber('兴应急罚〔2026〕1号')).toEqual({ series: '兴应急罚', year: 2026, serial: 1 });
  });

  it('may carry a place in brackets', () => {
    expect(parseDocumentNumber('（鞍）应急罚〔2026〕12号')).toEqual({ series: '（鞍）应急罚', year: 2026, serial: 12 });
  });

  it.each([
    '兴应急罚[2026]1号',
    '兴应急罚（2026）1号',
    '兴应急罚【2026】1号',
    '兴应急罚〔2026〕01号',
    '兴应急罚〔2026〕0号',
    '兴应急罚〔2026〕１号',
    '兴应急罚〔２０２６〕1号',
    '兴应急罚〔26〕1号',
    '兴应急罚〔0226〕1号',
    '兴应急罚〔2026〕1',
    '兴应急罚〔2026〕拟1号',
    '〔2026〕1号',
    ' 兴应急罚〔2026〕1号',
    '兴应急罚〔2026〕1号\n',
    '兴应 急罚〔2026〕1号',
    '兴〔2025〕罚〔2026〕1号',
    '',
  ])('is not %j', (text) => {
    expect(parseDocumentNumber(text)).toBeNull();
  });

  it('is read back as it was written', () => {
    fc.assert(fc.property(number, (n) => expect(parseDocumentNumber(formatDocumentNumber(n))).toEqual(n)));
  });

  it('of every decision and opinion in the demo cases is well formed', () => {
    for (const text of cases.flatMap((one) => [...one.decisionNumbers, ...one.opinionNumbers])) {
      const parsed = parseDocumentNumber(text);
      expect(parsed && formatDocumentNumber(parsed)).toBe(text);
    }
  });
});

describe('the next number of a series', () => {
  const last = { series: '兴应急罚', year: 2026, serial: 7 };

  it('is one higher', () => {
    expect(isNext(last, { ...last, serial: 8 })).toBe(true);
  });

  it('neither repeats nor leaves a gap', () => {
    for (const serial of [7, 9, 1]) expect(isNext(last, { ...last, serial })).toBe(false);
  });

  it('stays in its series and year', () => {
    expect(isNext(last, { series: '兴应急听', year: 2026, serial: 8 })).toBe(false);
    expect(isNext(last, { series: '兴应急罚', year: 2027, serial: 8 })).toBe(false);
  });

  it('is 1 where the series has none yet', () => {
    expect(isNext(null, { ...last, serial: 1 })).toBe(true);
    expect(isNext(null, { ...last, serial: 2 })).toBe(false);
    expect(isNext({ ...last, serial: 0 }, { ...last, serial: 1 })).toBe(true);
  });
});
