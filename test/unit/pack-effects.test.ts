import { expect, test } from '@jest/globals';
import { checkLadder } from '../../domain/administration/check-ladder.ts';
import { packEffects } from '../../domain/administration/pack-effects.ts';
import type { PackRecord } from '../../domain/administration/records.ts';

const pack: PackRecord = { agency: 'a', effectiveFrom: '2027-01-01', limits: {}, relaxations: {}, ladder: {} };
const open = { stages: { investigating: 7, legalReview: 2, fulfilment: 3 }, limits: { legalReview: 2, serve: 3 } };

test('a pack that says what was in force before changes nothing', () => {
  const same: PackRecord = { ...pack, limits: { legalReview: { value: 5, unit: 'wd' } } };
  expect(packEffects(same, null, open)).toEqual([]);
});

test('a longer legal review concerns the cases that have yet to come to it, and not those in it', () => {
  const longer: PackRecord = { ...pack, limits: { legalReview: { value: 7, unit: 'wd' } } };
  expect(packEffects(longer, null, open)).toMatchObject([
    {
      limit: 'legalReview',
      label: '法制审核',
      before: { value: 5 },
      after: { value: 7 },
      keepTheirTerms: 2,
      comeToIt: 7,
    },
  ]);
});

test('a ladder for every limit concerns every limit, one for a limit that limit only', () => {
  const every = packEffects({ ...pack, ladder: { every: { plus5: 8 } } }, null, open);
  expect(every.length).toBe(21);
  const one = packEffects({ ...pack, ladder: { serve: { halfWay: false } } }, null, open);
  expect(one).toMatchObject([
    { limit: 'serve', keepTheirTerms: 3, comeToIt: 9, after: { ladder: { halfWay: false } } },
  ]);
});

test('the limits of a case as a whole concern no case that is filed already', () => {
  const longer: PackRecord = { ...pack, limits: { overallPermit: { value: 15, unit: 'wd' } } };
  expect(packEffects(longer, null, open)).toMatchObject([{ limit: 'overallPermit', comeToIt: 0 }]);
});

test('the leader in charge cannot be told after the overseeing bureau', () => {
  expect(checkLadder({ ...pack, ladder: { every: { plus2: 6 } } })).toMatchObject([{ code: 'import.ladderOrder' }]);
  expect(checkLadder({ ...pack, ladder: { every: { plus2: 6 }, serve: { plus5: 7 } } })).toHaveLength(1);
  expect(checkLadder({ ...pack, ladder: { every: { plus2: 6, plus5: 0 } } })).toEqual([]);
});
