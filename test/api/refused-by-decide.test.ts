import { describe, expect, it } from '@jest/globals';
import { inputRuleOf } from '../../api/schemas/inputs.ts';

/** Where a refusal has a code of its own, the body is let through and the process refuses it. */
describe('a body that the process has a refusal for', () => {
  it.each([
    ['suspend', { ground: '近期工作忙', reason: '任务重' }, 'ground'],
    ['exemptPublication', { ground: '', basis: '当事人请求' }, 'ground'],
    ['recordExecution', { kind: '免除', detail: '不再收取' }, 'kind'],
    ['concludeCoordination', { to: '直接作出决定', conclusion: '撤销' }, 'target'],
  ])('%s is let through, its words kept out of the codes', (action, body, name) => {
    const rule = inputRuleOf(action)!;
    const codes = rule.codes(rule.schema.parse(body) as never) as Record<string, unknown>;
    expect(codes[name]).toBeUndefined();
    expect(JSON.stringify(codes)).not.toMatch(/\p{Script=Han}/u);
  });

  it('keeps a ground that is a code', () => {
    const rule = inputRuleOf('suspend')!;
    expect(rule.codes(rule.schema.parse({ ground: 'busy', reason: '任务重' }) as never)).toEqual({ ground: 'busy' });
  });
});
