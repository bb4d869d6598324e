import type { Measure } from '../../domain/process.ts';
import { fenOf } from '../filing/yuan.ts';

/** Measures and amounts as they are typed. */
export interface TypedProposal {
  measures: Measure[];
  amountYuan: string;
  confiscatedYuan: string;
}

/** What is kept of them while they are typed. */
export function proposalIn(kept: string): TypedProposal {
  const nothing = { measures: [], amountYuan: '', confiscatedYuan: '' };
  return kept === '' ? nothing : { ...nothing, ...(JSON.parse(kept) as Partial<TypedProposal>) };
}

/** The same as it is sent; an amount that is none goes as it was typed, and is refused in words. */
export function proposalOf(kept: string): unknown {
  const { measures, amountYuan, confiscatedYuan } = proposalIn(kept);
  return { measures, amountYuan: yuanOf(amountYuan), confiscatedYuan: yuanOf(confiscatedYuan) };
}

function yuanOf(typed: string): number | string | undefined {
  const fen = fenOf(typed);
  if (fen === null) return undefined;
  return fen === undefined ? typed : fen / 100;
}
