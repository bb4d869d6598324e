import type { CaseAnswer } from '../../api/schemas/case.ts';
import { draftOf } from '../review/drafted.tsx';
import { proposalInWords, type Proposal } from './proposed.ts';

/** The newest draft of a case in one sentence; the draft's own text where it has one. */
export function proposedIn(one: CaseAnswer): string {
  const draft = draftOf(one);
  const { measures: named = [], amountYuan, confiscatedYuan, text } = (draft ?? {}) as Partial<Proposal> & { text?: string }; // prettier-ignore
  return (
    text || proposalInWords({ measures: named, amountYuan: amountYuan ?? 0, confiscatedYuan: confiscatedYuan ?? 0 })
  );
}
