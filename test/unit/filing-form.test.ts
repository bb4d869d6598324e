import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import { filing } from '../../api/schemas/filing.ts';
import { inputRuleOf } from '../../api/schemas/inputs.ts';
import { cleanText, codeTyped, numberProblems, textProblem } from '../../web/filing/checks.ts';
import { differs, draftBody, typedDraft } from '../../web/filing/draft-body.ts';
import { filingBody } from '../../web/filing/filing-body.ts';
import { problemFields } from '../../web/filing/problem-fields.ts';
import { rowsIn, withRows, type Typed } from '../../web/filing/typed.ts';
import { fenOf, yuanInWords } from '../../web/filing/yuan.ts';
import { Problem } from '../../web/http.ts';

describe('an amount', () => {
  test.each([
    ['18000', 1_800_000], ['18,000.5', 1_800_050], ['１８０００．０５元', 1_800_005], [' 0.01 ', 1], ['0', 0],
    ['', null], ['一万八千', undefined], ['18000.505', undefined], ['-1', undefined], ['1e5', undefined], ['1.', undefined],
  ])('typed as %j is %j fen', (typed, fen) => expect(fenOf(typed)).toBe(fen)); // prettier-ignore

  it('is read back to the fen', () => {
    fc.assert(fc.property(fc.nat(99_999_999_999), (fen) => expect(fenOf(yuanInWords(fen))).toBe(fen)));
  });
});

describe('a text', () => {
  it('with invisible, direction-changing or control characters is named, and cleaned of them', () => {
    for (const bad of ['\u200B', '\u202E', '\uFEFF', '\u0000', '\u000B']) {
      expect(textProblem(`甲${bad}乙`, true, 100)?.zh).toMatch(/；请去掉/);
      expect(cleanText(`甲${bad}乙\n丙`, true)).toBe('甲乙\n丙');
    }
  });

  it('may have lines and tabs where it is long, and not where it is one line', () => {
    expect(textProblem('甲\t乙\n丙', true, 100)).toBeNull();
    expect(textProblem('甲\t乙', false, 100)).not.toBeNull();
  });

  it('that is too long says by how much', () => {
    expect(textProblem('x'.repeat(10_000), false, 200)?.zh).toContain('超出 9800 字');
    expect(textProblem('<script>alert(1)</script>', false, 200)).toBeNull();
  });
});

describe('a number of the party', () => {
  it('is written as it is printed', () => expect(codeTyped(' 91991103ma7c01a150\u3000')).toBe('91991103MA7C01A150'));
  it('is checked beside its field, an identity number only of an identity card', () => {
    const typed = {
      'party.creditCode': '91991103MA7C01A151',
      'party.idNo': '1',
      'party.idType': '护照',
      amountYuan: 'x',
    };
    expect(Object.keys(numberProblems(typed))).toEqual(['party.creditCode', 'amountYuan']);
    expect(Object.keys(numberProblems({ ...typed, 'party.idType': '居民身份证' }))).toContain('party.idNo');
  });
});

describe('what was typed', () => {
  const typed: Typed = {
    category: 'penalty', section: 'xltyj-A', field: '安全生产', cause: '未培训', facts: '事实', title: '',
    'party.type': '自然人', 'party.name': '邵柏桐', 'party.creditCode': 'left over', 'party.idNo': '990000197906123172', 'party.idType': '居民身份证',
    'handlers.0': 'h1', 'handlers.1': 'h2', documentNo: ' 兴应急立〔2026〕2号 ', majorBecause: 'socialImpact\nmajorRights', difficult: 'yes',
    'statutoryBasis.0.statute': '安全生产法', 'statutoryBasis.0.article': '第二十八条', 'statutoryBasis.1.statute': ' ',
  }; // prettier-ignore

  it('becomes a filing that the API takes', () => {
    const body = filing.parse(filingBody(typed));
    expect(body).toMatchObject({
      title: '邵柏桐未培训案',
      handlers: ['h1', 'h2'],
      documentNo: '兴应急立〔2026〕2号',
      majorBecause: ['socialImpact', 'majorRights'],
      difficult: true,
      statutoryBasis: [{ statute: '安全生产法', article: '第二十八条' }],
    });
    expect(body.party).not.toHaveProperty('creditCode');
  });

  it('has rows that can be taken away, and keeps the others', () => {
    const rows = rowsIn(typed, 'statutoryBasis');
    expect(rows).toHaveLength(2);
    const less = withRows(typed, 'statutoryBasis', rows.slice(1));
    expect(rowsIn(less, 'statutoryBasis')).toEqual([{ statute: ' ' }]);
    expect(less['cause']).toBe('未培训');
  });

  it('becomes a draft with amounts in fen, and the draft is what is typed again', () => {
    const draft = { ...typed, measures: 'fine\nconfiscation', amountYuan: '18,000.5', confiscatedYuan: '200', text: '处罚', 'discretion.tier': '一般', 'discretion.rangeFrom': '10000', 'discretion.rangeTo': '30000' }; // prettier-ignore
    const body = draftBody(draft, 2);
    const rule = inputRuleOf('saveDraft')!;
    expect(rule.codes(rule.schema.parse(body) as never)).toMatchObject({
      version: 2,
      draft: { measures: ['fine', 'confiscation'], amountFen: 1_800_050, confiscatedFen: 20_000 },
    });
    const one = { filed: {}, contentVersions: [{ version: 2, hash: '', createdBy: '', words: body }] } as Pick<CaseAnswer, 'filed' | 'contentVersions'>; // prettier-ignore
    expect(draftBody(typedDraft(one), 2)).toEqual(body);
    expect(differs(typedDraft(one), one)).toBe(false);
    for (const [name, value] of [['amountYuan', '18000.51'], ['text', '处罚。'], ['measures', 'fine'], ['statutoryBasis.0.article', '二十九条']])
      expect(differs({ ...typedDraft(one), [name!]: value! }, one)).toBe(true); // prettier-ignore
  });

  it('leaves out a fine where no fine is proposed', () => {
    expect(draftBody({ measures: 'warning', amountYuan: '5' }, 1)['draft']).toMatchObject({ amountYuan: 0 });
  });
});

describe('a refusal', () => {
  const problem = (code: string, details: object) =>
    new Problem(409, { code, detail: '中', detailEn: 'en', details: details as Record<string, unknown> });

  it('stands beside the field of each path', () => {
    const issue = (path: string) => ({ path, message: `${path}！`, messageEn: '' });
    const issues = ['party.creditCode', 'draft.text', 'draft.discretion.rangeYuan.1', 'draft.measures.0', 'handlers'].map(issue);
    expect(Object.keys(problemFields(problem('input.invalid', { issues }))).toSorted()).toEqual(
      ['discretion.rangeTo', 'handlers.0', 'measures', 'party.creditCode', 'text'],
    );
  }); // prettier-ignore

  it('says of a field that is empty that it must be filled in, in no code, and nothing of a title that nobody wrote', () => {
    const issues = [
      { path: 'category', message: '只能是：penalty、permit', messageEn: 'must be one of: penalty, permit' },
      { path: 'cause', message: '必须填写（文本）', messageEn: 'is required (a text)' },
      { path: 'title', message: '不能为空；请填写', messageEn: 'must not be empty' },
      { path: 'facts', message: '至多 50000 个字符', messageEn: 'at most 50000 characters' },
    ];
    const said = problemFields(problem('input.invalid', { issues }), { facts: '事实' });
    expect(Object.fromEntries(Object.entries(said).map(([name, { zh }]) => [name, zh]))).toEqual({
      category: '请填写',
      cause: '请填写',
      facts: '至多 50000 个字符',
    });
  });

  it('about a person stands beside that person, about a missing document beside its field, and the rest above the form', () => {
    expect(problemFields(problem('certificate.expired', { person: 'h2' }), {}, ['h1', 'h2'])).toHaveProperty([
      'handlers.1',
    ]);
    expect(problemFields(problem('reasons.missing', { field: 'documentNo' }))).toHaveProperty('documentNo');
    expect(problemFields(problem('materials.incomplete', { missing: [] }))).toHaveProperty('materials');
    expect(problemFields(problem('stage.wrongStage', {}))).toEqual({ '': { zh: '中', en: 'en' } });
  });
});
