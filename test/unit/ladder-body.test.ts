import { expect, test } from '@jest/globals';
import { otherLimits, stages } from '../../domain/process.ts';
import { emptyLadder, isCrossed, ladderedLimits, laddersOf, typedLadders } from '../../web/admin/ladder-body.ts';
import { packBody, typedPack } from '../../web/admin/pack-body.ts';

const defaults = {
  limits: { legalReview: { value: 5, unit: 'wd' as const } },
  ladder: { halfWay: true, oneDayBefore: 1, plus2: 2, plus5: 5 },
};
const base = {
  effectiveFrom: '2026-01-01',
  inForce: true,
  limits: {},
  relaxations: {},
  ladder: { every: { plus5: 6 }, serve: { halfWay: false, plus2: 0 }, idle: { plus5: 9 } },
};

test('a pack whose ladders of single limits are left alone says of them what the one before said', () => {
  const { packs } = packBody('a', typedPack(defaults, base));
  expect(packs[0]!.ladder).toEqual({
    every: { halfWay: true, oneDayBefore: 1, plus2: 2, plus5: 6 },
    serve: { halfWay: false, plus2: 0 },
    idle: { plus5: 9 },
  });
});

test('what is empty goes by the ladder of every limit, and a limit of which nothing is typed is not named', () => {
  const typed = typedLadders({ serve: { plus2: 3 } });
  expect(typed).toEqual({ serve: { ...emptyLadder, plus2: '3' } });
  expect(laddersOf({ ...typed, legalReview: { ...emptyLadder, halfWay: 'on', oneDayBefore: '0' } })).toEqual({
    serve: { plus2: 3 },
    legalReview: { halfWay: true, oneDayBefore: 0 },
  });
  expect(laddersOf({ serve: emptyLadder })).toEqual({});
});

test('the bureau is not told before the leader in charge, whichever of the two is taken from the ladder of every limit', () => {
  const every = { oneDayBefore: '1', plus2: '2', plus5: '5' };
  expect(isCrossed({ plus2: '5', plus5: '' }, every)).toBe(true);
  expect(isCrossed({ plus2: '', plus5: '2' }, every)).toBe(true);
  expect(isCrossed({ plus2: '0', plus5: '1' }, every)).toBe(false);
  expect(isCrossed({ plus2: '4', plus5: '' }, every)).toBe(false);
});

test('a ladder is offered for our own limits, and not for the periods of the party nor for what lengthens another', () => {
  expect(ladderedLimits).toEqual(
    expect.arrayContaining(['legalReview', 'serve', 'overallPenalty', 'supervisionReply']),
  );
  for (const none of ['idle', 'statement', 'hearingClaim', 'legalReviewExtension']) {
    expect(ladderedLimits).not.toContain(none);
  }
  expect(ladderedLimits.every((key) => key in otherLimits || key in stages)).toBe(true);
});
