import { describe, expect, test } from '@jest/globals';
import { actions, categories, stages, type Category } from '../../domain/process.ts';
import { stageNames } from '../../domain/process-moves.ts';
import { actsAnywhere, actsOf, basisOf, movesOf } from '../../web/process/drawn.ts';
import { limitIn, limitsBeside, type Parameters } from '../../web/process/limits.ts';
import { basisNames } from '../../web/process/names.ts';
import { box, placeOf, routes, size } from '../../web/process/places.ts';

describe('the flow chart', () => {
  test('draws every move of the process, and no other', () => {
    const drawn = movesOf('penalty').map(({ from, to }) => `${from} ${to}`);
    expect(Object.keys(routes()).toSorted()).toEqual(drawn.toSorted());
  });

  test('the short cut of the summary procedure is drawn for penalties alone', () => {
    const short = (category: Category) => movesOf(category).some(({ from, to }) => from === 'investigating' && to === 'fulfilment'); // prettier-ignore
    expect((Object.keys(categories) as Category[]).filter(short)).toEqual(['penalty']);
  });

  test('no two stages stand in one place, none outside the picture, and each arrow begins and ends at its boxes', () => {
    const corners = stageNames.map((stage) => `${placeOf(stage).left} ${placeOf(stage).top}`);
    expect(new Set(corners).size).toBe(Object.keys(stages).length);
    for (const [ends, { points }] of Object.entries(routes())) {
      const [from, to] = ends.split(' ').map((stage) => placeOf(stage as keyof typeof stages));
      const touches = ([x, y]: readonly [number, number], { left, right, top, bottom }: typeof from & object) =>
        (([left, right].includes(x) && y >= top && y <= bottom) || ([top, bottom].includes(y) && x >= left && x <= right)); // prettier-ignore
      expect([ends, touches(points[0]!, from!), touches(points.at(-1)!, to!)]).toEqual([ends, true, true]);
    }
    expect(stageNames.every((stage) => placeOf(stage).right < size.width && placeOf(stage).bottom < size.height)).toBe(true); // prettier-ignore
    expect(box.width).toBeGreaterThan(0);
  });

  test('every act of the table is listed: with its stages, or among those of several', () => {
    const listed = [...stageNames.flatMap(actsOf), ...actsAnywhere()];
    expect(new Set(listed)).toEqual(new Set(Object.keys(actions)));
  });

  test('limits are those of the pack in force, and the defaults where it is silent', () => {
    const wd = (value: number) => ({ value, unit: 'wd' as const });
    const parameters: Parameters = {
      defaults: { limits: { legalReview: wd(5), serve: wd(7) } },
      packs: [
        { effectiveFrom: '2026-01-01', inForce: true, limits: { legalReview: wd(4) } },
        { effectiveFrom: '2027-01-01', inForce: false, limits: { legalReview: wd(3) } },
      ],
    };
    expect([limitIn(parameters, 'legalReview'), limitIn(parameters, 'serve')]).toEqual([wd(4), wd(7)]);
    expect([limitIn(undefined, 'legalReview'), limitIn(undefined, 'investigating')]).toEqual([wd(5), null]);
  });

  test('a permit is served and bounded by its own limits', () => {
    expect(limitsBeside('permit')).toEqual(['overallPermit', 'overallPermitExtension', 'legalReviewExtension', 'servePermit', 'publishPenaltyPermit', 'withdrawPublication']); // prettier-ignore
    expect(limitsBeside('levy')).toContain('publishOther');
  });

  test('every legal basis can be read in English', () => {
    const chinese = Object.values(actions).map(({ basis }) => basisNames(basis)[1]).filter((basis) => /\p{Script=Han}/u.test(basis)); // prettier-ignore
    expect(chinese).toEqual([]);
    expect(basisOf('legalReview')).toEqual(['处罚法 58', 'Penalty Law 58']);
  });
});
