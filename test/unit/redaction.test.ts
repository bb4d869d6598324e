import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ForbiddenKind } from '../../domain/redaction.ts';
import { forbiddenIn, redact } from '../../domain/redaction.ts';
import { cases, organisation } from '../support/demo-data.ts';

const kinds: Record<string, ForbiddenKind> = { idNumber: 'identityNumber', phone: 'phone', bankAccount: 'bankAccount' };

describe.each(cases.map((one) => [one.id, one] as const))('the facts of case %s', (_id, one) => {
  it('are fit for the public once everything personal is redacted', () => {
    expect(redact(one.facts, one.personalInfo)).toBe(one.publicFacts);
    for (const text of one.mustNotAppearInPublic) expect(redact(one.facts, one.personalInfo)).not.toContain(text);
  });

  it('hold every number that must not go out, and the redacted facts hold none', () => {
    const expected = one.personalInfo
      .filter(({ kind, text }) => kind in kinds && one.facts.includes(text))
      .map(({ kind, text }) => ({ kind: kinds[kind], text }));
    const found = forbiddenIn(one.facts);
    expect(found).toHaveLength(expected.length);
    expect(found).toEqual(expect.arrayContaining(expected));
    expect(forbiddenIn(one.publicFacts)).toEqual([]);
  });
});

describe('redacting', () => {
  it('takes the longest text first and every time it occurs', () => {
    const redactions = [
      { text: '王', replaceWith: '某' },
      { text: '王小明', replaceWith: '王某某' },
    ];
    expect(redact('王小明、王小明之父王大', redactions)).toBe('王某某、王某某之父某大');
  });

  it('does not look again at what it put in', () => {
    const redactions = [
      { text: '甲乙', replaceWith: '丙' },
      { text: '丙', replaceWith: '丁' },
    ];
    expect(redact('甲乙丙', redactions)).toBe('丙丁');
  });

  it('reads a text as it stands, not as a pattern', () => {
    expect(
      redact('a.c abc (1) $& \\d/-', [
        { text: 'a.c', replaceWith: '$&' },
        { text: '(1)', replaceWith: '' },
      ]),
    ).toBe('$& abc  $& \\d/-');
  });

  it('refuses an empty text', () => {
    expect(() => redact('事实', [{ text: '', replaceWith: '某' }])).toThrow(RangeError);
  });

  it('without redactions changes nothing', () => {
    expect(redact('事实', [])).toBe('事实');
  });

  it('leaves no redacted text behind', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', '.', '$', '(', '😀'), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(text), fc.array(text, { minLength: 1 }), (facts, secrets) => {
        const redactions = secrets.map((secret) => ({ text: secret, replaceWith: '［已隐去］' }));
        const out = redact(facts.join(''), redactions);
        for (const part of out.split('［已隐去］')) for (const secret of secrets) expect(part).not.toContain(secret);
      }),
    );
  });
});

describe('a number that must not go out', () => {
  it.each<[ForbiddenKind, string]>([
    ['identityNumber', '11010519491231002X'],
    ['identityNumber', '11010519491231002x'],
    ['identityNumber', '110105 19491231 002X'],
    ['identityNumber', '１１０１０５１９４９１２３１００２Ｘ'],
    ['phone', '13812345678'],
    ['phone', '138-1234-5678'],
    ['phone', '１３８－１２３４－５６７８'],
    ['phone', '138\u20111234\u20115678'],
    ['phone', '138\u20091234\u00AD5678'],
    ['phone', '8613812345678'],
    ['phone', '008613812345678'],
    ['phone', '00041876520'],
    ['bankAccount', '9900001103202601145'],
    ['bankAccount', '9900 0011 0320 2601 145'],
    ['bankAccount', '4111111111111111'],
  ])('%s is found written as %s', (kind, text) => {
    const around = [text, `号码${text}，`, `第3 ${text} 2026`, `no${text}`];
    for (const sentence of around) expect(forbiddenIn(sentence)).toEqual([{ kind, text }]);
  });

  it('is found beside another', () => {
    const text = '13812345678 13912345678';
    expect(forbiddenIn(text).map((found) => found.text)).toEqual(['13812345678', '13912345678']);
  });

  it.each([
    '罚款1286400元，2026年1月14日9时20分',
    '2026-01-14 10:30:00',
    '1 2 3 4 5 6 7 8 9 10',
    '14 2026-01-14 1',
    '兴应急罚〔2026〕1号',
    '项目代码2609-431128-拟-01-0008',
    '110105194912310021',
    '4111111111111112',
    '注册号991103000100010',
    '总投资21800000000元',
    '总投资11800000000元',
    '幅度为10000-200000元',
    '2026-01-12 2026-02-13',
    '经营期限2026－01－11－2026－02－14',
    '面积215.60平方米、96.40平方米',
  ])('is not seen in %s', (text) => {
    expect(forbiddenIn(text)).toEqual([]);
  });

  it('is not a unified social credit code', () => {
    const codes = [...organisation.agencies.map((a) => a.creditCode), ...cases.map((one) => one.party.creditCode)];
    for (const code of codes) if (code) expect(forbiddenIn(`统一社会信用代码${code}，${code} ${code}`)).toEqual([]);
    expect(forbiddenIn('统一社会信用代码91110000600037341L')).toEqual([]);
  });

  it('is in no decision text of the demo cases', () => {
    for (const one of cases) for (const { text } of one.proposedDecisions) expect(forbiddenIn(text)).toEqual([]);
  });
});
