import { describe, expect, test } from '@jest/globals';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import { bodyOf } from '../../web/case/act-body.ts';
import { fieldsOf } from '../../web/case/act-forms.ts';

const filed = { personalInfo: [{ key: 'witness', kind: 'witnessName', text: '桑立柯', replaceWith: '桑某' }] };
const one = (more: object = {}) =>
  ({ category: 'penalty', procedure: 'ordinary', handlers: ['h1', 'h2'], standIns: [], filed, content: 1, ...more }) as unknown as CaseAnswer; // prettier-ignore
const body = (about: CaseAnswer, action: Parameters<typeof fieldsOf>[0], typed: Record<string, string>) =>
  bodyOf(about, fieldsOf(action, about), typed);

describe('what the forms of acts send', () => {
  test('texts to hide, one to a line, beside what was filed; without any, none, for what was filed is hidden anyway', () => {
    const { redactions } = body(one(), 'preparePublication', { redactions: '陶书晗 → 陶某某\n\n00041876520' });
    expect(redactions).toEqual([
      ...filed.personalInfo,
      { text: '陶书晗', replaceWith: '陶某某' },
      { text: '00041876520', replaceWith: '〔已隐去〕' },
    ]);
    expect(body(one(), 'preparePublication', {})).toEqual({ fields: 'publication' });
    const hidden = [{ text: '陶书晗', replaceWith: '〔已隐去〕' }];
    expect(body(one(), 'correctPublication', { redactions: '陶书晗' })['redactions']).toEqual(hidden);
  });

  test('as having served a notice whoever stands in for a handler on leave, never a head who is to hand it on', () => {
    const servedBy = (because: string) =>
      body(one({ standIns: [{ for: 'h2', by: 'x', because }] }), 'recordNotice', {})['servedBy'];
    expect([servedBy('onLeave'), servedBy('duty.separation')]).toEqual([
      ['h1', 'x'],
      ['h1', 'h2'],
    ]);
  });
});

describe('what the forms of acts ask', () => {
  const asked = (action: Parameters<typeof fieldsOf>[0], more: object) =>
    fieldsOf(action, one(more)).map(({ name }) => name);

  test('what is decided on the spot, where nothing was drafted', () => {
    expect(asked('issueDecision', { procedure: 'summary' })).toContain('decision');
    expect(asked('issueDecision', {})).not.toContain('decision');
  });

  test('of a draft whether what is personal is hidden, of an exemption whether it is agreed to', () => {
    const approving = (kind: string) => asked('approvePublication', { publication: { kind } });
    expect([approving('penalty'), approving('exemption')]).toEqual([
      ['redactionConfirmed', 'opinion'],
      ['exemptionApproved', 'opinion'],
    ]);
  });

  test('the kind of a permit of permits, the kind of violation of penalties', () => {
    const fields = (category: string) =>
      ['violationType', 'permitType'].filter((name) => asked('preparePublication', { category }).includes(name));
    expect([fields('penalty'), fields('permit'), fields('levy')]).toEqual([['violationType'], ['permitType'], []]);
  });
});
