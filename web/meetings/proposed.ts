import { measures, type Measure } from '../../domain/process.ts';

export interface Proposal {
  measures: Measure[];
  amountYuan: number;
  confiscatedYuan: number;
}

/** 「罚款 65,000 元，没收 1,200 元」: measures with their amounts. */
export function proposalInWords({ measures: named, amountYuan, confiscatedYuan }: Proposal): string {
  const yuan = (amount: number) => (amount > 0 ? ` ${amount.toLocaleString('zh-CN')} 元` : '');
  const amountOf = (measure: Measure) => {
    if (measure === 'confiscation') return yuan(confiscatedYuan);
    return measure === firstPaid(named) ? yuan(amountYuan) : '';
  };
  return named.map((measure) => `${measures[measure]}${amountOf(measure)}`).join('，');
}

/** The amount belongs to the fine, or to the first measure where nothing is fined. */
function firstPaid(named: Measure[]): Measure | undefined {
  return named.includes('fine') ? 'fine' : named.find((measure) => measure !== 'confiscation');
}
