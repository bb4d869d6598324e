import { expect, test } from '@jest/globals';
import { bigrams, searchForm, wantedWords } from '../../domain/search-form.ts';

test('a text is searched in one form, whatever brackets, widths and letters it was typed in', () => {
  const written = ['兴应急罚〔2026〕1号', '兴应急罚[２０２６]1号', ' 兴应急罚（2026） 1号。'];
  expect(new Set(written.map(searchForm))).toEqual(new Set(['兴应急罚 2026 1号']));
  expect(searchForm('某ABC公司')).toBe('某abc公司');
});

test('every two neighbours are found, none across a blank and none of a single character', () => {
  expect([...bigrams('某公司 甲 1号')]).toEqual(['某公', '公司', '1号']);
  expect([...bigrams('𠮷野家')]).toEqual(['𠮷野', '野家']);
  expect(bigrams('').size).toBe(0);
});

test('words are wanted once each, and none where no two characters stand side by side', () => {
  expect(wantedWords('某公司 某公司 2026')).toEqual(['某公司', '2026']);
  expect(wantedWords('甲 乙')).toEqual([]);
});
