import { evidenceSlot } from './evidence-slot.ts';
import { compareSlots, millisOf, ranks, type Slot } from './slot.ts';
import type { Evidence, Hearing, Notice, Step, StoryCase } from './story-shape.ts';

/** One request to play: `at` is the moment it carries. */
export type Item = { caseId: string; at: string } & (
  | { kind: 'step'; step: Step }
  | { kind: 'evidence'; evidence: Evidence }
  | { kind: 'notice'; notice: Notice }
  | { kind: 'answer'; notice: Notice }
  | { kind: 'hearing'; hearing: Hearing }
);

export interface CaseTimeline {
  items: Item[];
  /** What the story has and no moment can be found for, one reason each. */
  unplayable: string[];
}

/** The steps of a case in the order of their moments. */
export function orderedSteps(one: StoryCase): Step[] {
  return one.story.toSorted((a, b) => millisOf(a.at) - millisOf(b.at));
}

/** Steps, evidence, notices, answers and hearing of one case, in order. Nothing is played of a case never registered. */
export function caseTimeline(one: StoryCase): CaseTimeline {
  const steps = orderedSteps(one);
  if (steps.length === 0) return { items: [], unplayable: [] };
  const placed: { slot: Slot; item: Item }[] = [];
  const unplayable: string[] = [];
  const place = (slot: Slot, item: Item) => placed.push({ slot, item });
  const caseId = one.id;
  for (const [index, step] of steps.entries()) {
    const rank = step.action === 'register' ? ranks.register : ranks.step;
    place({ at: step.at, rank, index }, { caseId, at: step.at, kind: 'step', step });
  }
  const byTime = one.evidence.toSorted((a, b) => millisOf(a.obtainedAt) - millisOf(b.obtainedAt));
  for (const [index, evidence] of byTime.entries()) {
    const slot = evidenceSlot(evidence, index, steps);
    if (slot) place(slot, { caseId, at: slot.at, kind: 'evidence', evidence });
    else unplayable.push('evidence of a case that is not open again');
  }
  for (const [index, notice] of one.rights.notices.entries()) {
    const at = notice.servedAt;
    place({ at, rank: ranks.notice, index }, { caseId, at, kind: 'notice', notice });
    const answered = notice.answer?.at;
    if (!answered) continue;
    place({ at: answered, rank: ranks.answer, index }, { caseId, at: answered, kind: 'answer', notice });
  }
  const { hearing } = one.rights;
  if (hearing) {
    const at = hearing.heldAt;
    place({ at, rank: ranks.hearing, index: 0 }, { caseId, at, kind: 'hearing', hearing });
  }
  return { items: placed.toSorted((a, b) => compareSlots(a.slot, b.slot)).map(({ item }) => item), unplayable };
}

/** All cases merged by moment, then case id; within a case the order stays. */
export function mergeTimelines<Entry extends { caseId: string; at: string }>(timelines: Entry[][]): Entry[] {
  return timelines.flat().toSorted((a, b) => millisOf(a.at) - millisOf(b.at) || compareIds(a.caseId, b.caseId));
}

function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
