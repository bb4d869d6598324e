import { apply } from './apply.ts';
import { liveClocks } from './clocks.ts';
import type { CaseEvent } from './command.ts';
import { emptyState, type Clock, type Millis } from './state.ts';

/** A deadline of a case as it stands, or as it stood when it ended. */
export interface KeptDeadline {
  clock: Clock;
  /** When it ended, by being met or because the case went another way; null while it runs or stands still. */
  endedAt: Millis | null;
}

/** Every deadline that a case ever had, in the order in which they began. */
export function deadlineLedger(events: CaseEvent[]): KeptDeadline[] {
  const kept = new Map<string, KeptDeadline>();
  let state = emptyState;
  for (const event of events) {
    state = apply(state, event);
    const live = liveClocks(state);
    const ids = new Set(live.map(({ id }) => id));
    for (const clock of live) kept.set(clock.id, { clock, endedAt: null });
    for (const one of kept.values()) if (!ids.has(one.clock.id)) one.endedAt ??= event.at;
  }
  return [...kept.values()];
}

/** The deadlines that an event moved: from which due moment to which. What began or stood still has none before. */
export function movedBy(event: CaseEvent, before: CaseEvent[]): { clock: Clock; from: Millis; to: Millis }[] {
  return event.armed.flatMap((clock) => {
    const was = before.findLast(({ armed }) => armed.some(({ id }) => id === clock.id));
    const from = was?.armed.find(({ id }) => id === clock.id)?.dueAt;
    return from && clock.dueAt && from !== clock.dueAt ? [{ clock, from, to: clock.dueAt }] : [];
  });
}
