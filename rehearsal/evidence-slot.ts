import { stages, type Stage } from '../domain/process.ts';
import { millisOf, ranks, type Slot } from './slot.ts';
import type { Evidence, Step } from './story-shape.ts';

/**
 * When evidence is entered: at the moment it was obtained; older than the filing: right after register; while the case
 * is not open: right after the step that opens it again; null when no step does.
 */
export function evidenceSlot(evidence: Evidence, index: number, steps: Step[]): Slot | null {
  const obtained = millisOf(evidence.obtainedAt);
  const [register] = steps;
  if (!register) return null;
  if (obtained <= millisOf(register.at)) return { at: register.at, rank: ranks.evidence, index };
  const before = steps.findLastIndex((step) => millisOf(step.at) < obtained);
  if (!isClosed(steps[before])) return { at: evidence.obtainedAt, rank: ranks.evidence, index };
  const opening = steps.findIndex((step, position) => position > before && !isClosed(step));
  const step = steps[opening];
  // Between the opening step and any other step of the same moment.
  return step ? { at: step.at, rank: ranks.step, index: opening + (index + 1) / 1_000_000 } : null;
}

function isClosed(step: Step | undefined): boolean {
  return step !== undefined && stages[step.expect.stage as Stage]?.final === true;
}
