import { describe, expect, test } from '@jest/globals';
import { inputRuleOf } from '../../api/schemas/inputs.ts';
import { unansweredItems } from '../../domain/review-answers.ts';
import { sentAs, stillOpen } from '../../web/act.ts';
import { Problem, Unreachable } from '../../web/http.ts';
import { basisOptions, completed, matching } from '../../web/review/basis-options.ts';
import { materialOf, reviewedUpTo } from '../../web/review/material.ts';
import { draftLines, filedLines } from '../../web/review/record-words.ts';
import { answersIn, blankOpinion, bodyOf, itemKeys, pointedTo, typedFrom, withItem, type TypedOpinion } from '../../web/review/typed-opinion.ts'; // prettier-ignore

const all = (result: 'conforms' | 'doesNotConform'): TypedOpinion =>
  itemKeys.reduce((typed, key) => withItem(typed, key, { result, basis: '第一条' }), blankOpinion);

describe('an opinion while it is written', () => {
  test('answers nothing at first, and is what the case takes once all is answered', () => {
    expect(unansweredItems(answersIn(blankOpinion))).toHaveLength(10);
    const typed = { ...all('conforms'), verdict: 'agree' as const, opinion: ' 同意 ' };
    expect(unansweredItems(answersIn(typed))).toEqual([]);
    const body = inputRuleOf('giveOpinion')!.schema.parse(bodyOf(typed, null)) as { items: { item: number }[] };
    expect(body).toMatchObject({ verdict: 'agree', opinion: '同意' });
    expect(body.items.map(({ item }) => item)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  test('leaves out what is not answered, and blank words are no basis', () => {
    const typed = withItem(withItem(blankOpinion, 'lawCorrect', { result: 'conforms', basis: '  ' }), 'other', { note: '无' }); // prettier-ignore
    expect(bodyOf(typed, null).items).toEqual([{ item: 5, key: 'lawCorrect', result: 'conforms', evidence: [] }]);
    expect(answersIn(typed)).toEqual([{ key: 'lawCorrect', result: 'conforms', basisGiven: false }]);
  });

  test('points to evidence at one click, and no longer at the next', () => {
    const once = pointedTo(pointedTo(blankOpinion, 'factsClear', 'E1'), 'factsClear', 'E2');
    expect(once.items.factsClear?.evidence).toEqual(['E1', 'E2']);
    expect(pointedTo(once, 'factsClear', 'E1').items.factsClear?.evidence).toEqual(['E2']);
  });

  test('goes on from an opinion that was returned', () => {
    const items = [{ item: 1, key: 'subjectCompetent' as const, label: '', result: 'conforms' as const, resultLabel: '', basis: '第二十二条', note: '', evidence: ['E1'] }]; // prettier-ignore
    const given = { verdict: 'agree' as const, verdictLabel: '', by: { id: '', name: '' }, at: '', opinion: '同意', items }; // prettier-ignore
    expect(typedFrom(given)).toEqual({
      items: { subjectCompetent: { result: 'conforms', basis: '第二十二条', note: '', evidence: ['E1'] } },
      verdict: 'agree',
      opinion: '同意',
      sent: null,
    });
  });
});

describe('an act that is sent', () => {
  const body = { reason: '一' };
  const first = sentAs(body, null);

  test('has the same key when the same is sent again, another when it was changed', () => {
    expect(sentAs({ reason: '一' }, first)).toBe(first);
    expect(sentAs({ reason: '二' }, first).key).not.toBe(first.key);
  });

  test('is the same command still after a connection that broke off, and a new one after a refusal', () => {
    expect(stillOpen(new Unreachable(), first)).toBe(first);
    expect(stillOpen(new Problem(503, {}), first)).toBe(first);
    expect(stillOpen(new Problem(409, { code: 'review.adviserRequired' }), first)).toBeNull();
  });
});

describe('the completion of a basis', () => {
  const agency = [{ statute: '安全生产法', article: '第九十七条' }];

  test('proposes what is usual for the item in a penalty case, then what is cited and what the agency has, each once', () => {
    const options = basisOptions('officersQualified', 'penalty', agency, agency);
    expect(options).toEqual(['行政处罚法第四十二条', '安全生产法第九十七条']);
    expect(basisOptions('officersQualified', 'permit', [], agency)).toEqual(['安全生产法第九十七条']);
  });

  test('completes what is typed after the last semicolon, and not what is there already', () => {
    const options = ['行政处罚法第四十二条', '行政处罚法第四十四条', '安全生产法第九十七条'];
    expect(matching(options, '行政处罚法第四十二条；处罚')).toEqual(['行政处罚法第四十四条']);
    expect(completed('行政处罚法第四十二条；处罚', '行政处罚法第四十四条')).toBe(
      '行政处罚法第四十二条；行政处罚法第四十四条',
    );
    expect(completed('处罚', '行政处罚法第四十二条')).toBe('行政处罚法第四十二条');
  });
});

describe('the material', () => {
  const happened = (seq: number, type: string, round: number, words = {}) =>
    ({ seq, type, round, at: '2026-03-02T09:00:00+08:00', actorName: '甲', words }) as never;

  test('marks what came after the opinion of the round before, and nothing in the first round', () => {
    const history = [happened(1, 'recordNotice', 0), happened(2, 'giveOpinion', 1), happened(3, 'recordNotice', 1)];
    const second = materialOf({ history, round: 2 });
    expect(second.notices.map(({ seq, isNew }) => [seq, isNew])).toEqual([[1, false], [3, true]]); // prettier-ignore
    expect(reviewedUpTo({ history, round: 2 })).toBe(2);
    expect(materialOf({ history, round: 1 }).notices.some(({ isNew }) => isNew)).toBe(false);
  });

  test('reads as people read it: measures and amounts in words, articles one to a line', () => {
    const draft = { measures: ['fine'], amountYuan: 18000, confiscatedYuan: 0, text: '罚款', facts: '事实', statutoryBasis: [{ statute: '安全生产法', article: '第九十七条', note: '处罚条款' }] }; // prettier-ignore
    expect(draftLines(draft)).toEqual([
      ['measures', '罚款'],
      ['amountYuan', '18,000 元'],
      ['text', '罚款'],
      ['facts', '事实'],
      ['basis', '《安全生产法》第九十七条（处罚条款）'],
    ]);
    const filed = { facts: '事实', cause: '案由', party: { name: '某公司', type: '法人' } };
    expect(filedLines(filed, draft)).toEqual([['party', '某公司，法人'], ['cause', '案由']]); // prettier-ignore
  });
});
