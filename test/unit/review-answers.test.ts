import { describe, expect, test } from '@jest/globals';
import { reviewItems, type ReviewItem } from '../../domain/process.ts';
import { unansweredItems, verdictProblem, verdicts, type Answered } from '../../domain/review-answers.ts';

const ten = (Object.keys(reviewItems) as ReviewItem[]).filter((key) => key !== 'other');
const conforming = ten.map((key): Answered => ({ key, result: 'conforms', basisGiven: true }));
const but = (key: ReviewItem, changed: Partial<Answered>) =>
  conforming.map((one) => (one.key === key ? { ...one, ...changed } : one));

describe('what is still unanswered', () => {
  test('are all ten items at first, in their order, and not the eleventh', () => {
    expect(unansweredItems([])).toEqual(ten);
  });

  test('is nothing once each of the ten has its answer and basis', () => {
    expect(unansweredItems(conforming)).toEqual([]);
  });

  test('is an item without basis, unless it does not apply', () => {
    expect(unansweredItems(but('lawCorrect', { basisGiven: false }))).toEqual(['lawCorrect']);
    expect(unansweredItems(but('lawCorrect', { result: 'notApplicable', basisGiven: false }))).toEqual([]);
    expect(unansweredItems([...conforming, { key: 'other', result: 'conforms', basisGiven: false }])).toEqual([
      'other',
    ]);
  });
});

describe('which verdict fits', () => {
  test('every verdict where all conform', () => {
    expect(verdicts.filter((verdict) => verdictProblem(verdict, conforming))).toEqual([]);
  });

  test('never agree where one item does not conform: it says which', () => {
    const failing = but('evidenceSufficient', { result: 'doesNotConform' });
    expect(verdicts.filter((verdict) => verdictProblem(verdict, failing))).toEqual(['agree']);
    expect(verdictProblem('agree', failing)).toMatchObject({ details: { items: ['evidenceSufficient'] } });
  });
});
