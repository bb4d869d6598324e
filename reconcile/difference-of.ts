import type { caseOnRecord } from '../prisma/cases-in-hand.ts';
import type { DifferenceKind } from '../prisma/reconciliations.ts';
import type { Standing } from './case-workflows.ts';

type OnRecord = Awaited<ReturnType<typeof caseOnRecord>>;

/** What differs between a case's workflow and the case on record; null when nothing does. The record is the truth. */
export function differenceOf(workflow: Standing, onRecord: OnRecord): DifferenceKind | null {
  if (!onRecord) return workflow ? 'caseUnknown' : null;
  if (!onRecord.inHand) return workflow ? 'workflowLeftOver' : null;
  if (!workflow) return 'workflowMissing';
  if (workflow === 'silent') return 'workflowSilent';
  if (workflow.seq < onRecord.seq) return 'workflowBehind';
  if (workflow.seq > onRecord.seq) return 'workflowAhead';
  return workflow.stage === onRecord.stage ? null : 'stageDiffers';
}
