import { describe, expect, test } from '@jest/globals';
import { parseCall } from '../../rebuild/call.ts';

test('says what to rebuild, of which case, and how', () => {
  expect(parseCall(['read-model'])).toEqual({ what: 'read-model', caseId: null, dryRun: false });
  expect(parseCall(['read-model', '--dry-run', '--case', 'x'])).toEqual({
    what: 'read-model',
    caseId: 'x',
    dryRun: true,
  });
  expect(parseCall(['workflows'])).toEqual({ what: 'workflows', caseId: null, perSecond: 50 });
  expect(parseCall(['workflows', '--rate', '5'])).toEqual({ what: 'workflows', caseId: null, perSecond: 5 });
});

describe('is refused in Chinese and English, with the right form', () => {
  test.each<[string, string[], RegExp]>([
    ['nothing named', [], /请写明重建什么.*say what to rebuild.*npm run rebuild/],
    ['something unknown', ['ledger'], /请写明重建什么.*say what to rebuild/],
    ['one word too many', ['read-model', 'now'], /多余的参数 now.*too many words: now/],
    ['an unknown option', ['read-model', '--force'], /参数有误.*--force/],
    ['an option of workflows', ['read-model', '--rate', '5'], /--rate 只用于 workflows.*for workflows alone/],
    ['an option of the read model', ['workflows', '--dry-run'], /--dry-run 只用于 read-model.*for read-model alone/],
    ['a rate that is none', ['workflows', '--rate', 'fast'], /--rate 应为 1 至 1000.*whole number/],
    ['a rate beyond sense', ['workflows', '--rate', '5000'], /--rate 应为 1 至 1000.*whole number/],
    ['no case after --case', ['read-model', '--case', ''], /--case 后请写案件编号.*name a case/],
  ])('%s', (_what, args, said) => {
    expect(() => parseCall(args)).toThrow(said);
  }); // prettier-ignore
});
