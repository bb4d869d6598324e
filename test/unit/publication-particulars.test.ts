import { describe, expect, it } from '@jest/globals';
import { penaltyParticulars, permitParticulars } from '../../domain/publication-particulars.ts';
import type { Measure } from '../../domain/process.ts';
import { cases } from '../support/demo-data.ts';

const penalty = (given: object, measures: Measure[] = ['fine'], on = '2026-03-02') =>
  penaltyParticulars(given, { cause: '未按规定开展安全生产教育和培训', measures }, on);

describe('what nobody wrote for the publication of a penalty follows from the case', () => {
  it('has every field that 双公示 asks for, with three years in public', () => {
    expect(penalty({})).toEqual({
      violationType: '未按规定开展安全生产教育和培训',
      penaltyType: '罚款',
      permitTaken: null,
      validUntil: '2099-12-31',
      publicUntil: '2029-03-02',
    });
  });

  it('calls the kinds as art. 9 does, in its order', () => {
    const kinds = (...measures: Measure[]) => penalty({}, measures).penaltyType;
    expect(kinds('confiscation', 'warning', 'criticism')).toBe('警告；通报批评；没收违法所得、没收非法财物');
    expect(kinds('downgrade', 'revokePermit', 'closure')).toBe('降低资质等级；吊销许可证件；责令停产停业、责令关闭');
    expect([kinds('other', 'fine'), kinds()]).toEqual(['罚款；其他', '不予行政处罚']);
  });

  it('says of the demo’s penalties what was filed with them', () => {
    const filed = cases.filter((one) => one.publication?.['kind'] === 'penalty');
    const kinds = filed.map((one) => penalty({}, one.proposedDecisions.at(-1)?.measures as Measure[]).penaltyType);
    expect(kinds).toEqual(filed.map((one) => one.publication?.['penaltyType']));
  });

  it('leaves what somebody wrote as it is, a public period without end included', () => {
    const written = {
      violationType: '类型',
      penaltyType: '类别',
      permitTaken: '证',
      validUntil: '2027-01-01',
      publicUntil: null,
    };
    expect(penalty(written)).toEqual(written);
  });

  it('ends three years after 29 February on the 28th', () => {
    expect(penalty({}, ['fine'], '2028-02-29').publicUntil).toBe('2031-02-28');
  });
});

describe('the publication of a permit', () => {
  it('names the document and the standing as decided', () => {
    const named = (measure: Measure) => {
      const { permitDocumentName, status } = permitParticulars({ permitType: '普通' }, [measure])!;
      return [permitDocumentName, status];
    };
    expect(named('grant')).toEqual(['准予行政许可决定书', '有效']);
    expect(named('refuse')).toEqual(['不予行政许可决定书', null]);
    expect(named('revokeRegistration')).toEqual(['撤销行政许可决定书', '撤销']);
    expect(named('other')).toEqual(['行政许可决定书', null]);
  });

  it('is none while nobody said of which kind the permit is', () => {
    expect([permitParticulars({}, ['grant']), permitParticulars({ permitType: '' }, ['grant'])]).toEqual([null, null]);
  });
});
