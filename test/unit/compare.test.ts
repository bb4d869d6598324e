import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareLists, compareTexts, type Difference } from '../../api/compare.ts';

const only = (runs: Difference[], ...kinds: Difference['kind'][]) =>
  runs
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join('');

const chinese = fc.string({
  unit: fc.constantFrom(...Array.from('处罚款壹万元，责令改正。一二\n 安全生产〔2026〕a1')),
  maxLength: 60,
});

describe('two texts', () => {
  test('are compared word by word', () => {
    expect(compareTexts('处以罚款人民币壹万元。', '处以罚款人民币贰万元。')).toEqual([
      { kind: 'same', text: '处以罚款人民币' },
      { kind: 'removed', text: expect.stringContaining('壹') },
      { kind: 'added', text: expect.stringContaining('贰') },
      { kind: 'same', text: expect.stringContaining('。') },
    ]);
  });

  test('that are the same have one run, or none when empty', () => {
    expect(compareTexts('不变', '不变')).toEqual([{ kind: 'same', text: '不变' }]);
    expect(compareTexts('', '')).toEqual([]);
  });

  test.each([
    ['any', fc.string({ unit: 'grapheme' })],
    ['with lone surrogates and control characters', fc.string({ unit: 'binary' })],
    ['of Chinese', chinese],
  ])('%s: what is same or removed is the old one, what is same or added the new one', (_what, texts) => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const runs = compareTexts(before, after);
        expect(only(runs, 'same', 'removed')).toBe(before);
        expect(only(runs, 'same', 'added')).toBe(after);
        expect(runs.every(({ text }) => text !== '')).toBe(true);
        expect(runs.some(({ kind }, n) => kind === runs[n + 1]?.kind)).toBe(false);
      }),
    );
  });

  test('of fifty thousand characters that have nothing in common are told apart in bounded time', () => {
    const before = Array.from({ length: 50_000 }, (_, n) => String.fromCodePoint(0x4e00 + ((n * 7) % 9_000))).join('');
    const after = Array.from({ length: 50_000 }, (_, n) => String.fromCodePoint(0x4e00 + ((n * 11) % 9_000))).join('');
    const runs = compareTexts(before, after);
    expect(only(runs, 'same', 'removed')).toBe(before);
    expect(only(runs, 'same', 'added')).toBe(after);
  });
});

test('lists are compared by what each of them has', () => {
  expect(compareLists(['fine', 'warning'], ['fine', 'confiscation'])).toEqual({
    same: ['fine'],
    removed: ['warning'],
    added: ['confiscation'],
  });
});
