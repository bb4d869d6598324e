import type { CaseAnswer } from '../../api/schemas/case.ts';
import { measures, type Measure } from '../../domain/process.ts';
import { draftOf } from '../review/drafted.tsx';

interface Proposal {
  measures: Measure[];
  amountYuan: number;
  confiscatedYuan: number;
}

/** 「罚款 65,000 元，没收 1,200 元」: measures with their amounts. */
export function measuresInWords({ measures: named, amountYuan, confiscatedYuan }: Proposal): string {
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

/** The newest draft of a case in one sentence; the draft's own text where it has one. */
export function proposedIn(one: CaseAnswer): string {
  const draft = draftOf(one);
  const { measures: named = [], amountYuan, confiscatedYuan, text } = (draft ?? {}) as Partial<Proposal> & { text?: string }; // prettier-ignore
  return (
    text || measuresInWords({ measures: named, amountYuan: amountYuan ?? 0, confiscatedYuan: confiscatedYuan ?? 0 })
  );
}
