import { apply } from '../domain/apply.ts';
import { liveClocks } from '../domain/clocks.ts';
import type { CaseEvent } from '../domain/command.ts';
import { emptyState, type CaseState, type Clock } from '../domain/state.ts';

/** What an event does to the due moments on record, as write_due_moments() takes it. */
export interface DueMomentChanges {
  /** Ids of the deadlines that ended with it. */
  ended: string[];
  /** Those that are new, moved, standing still or overdue since. */
  moved: DueMoment[];
}

type DueMoment = ReturnType<typeof dueMomentOf>;

/** The difference between two states as changes of rows. */
export function dueMomentChanges(before: CaseState, after: CaseState): DueMomentChanges {
  const live = liveClocks(after);
  const known = new Map(liveClocks(before).map((clock) => [clock.id, JSON.stringify(clock)]));
  return {
    ended: [...known.keys()].filter((id) => !live.some((clock) => clock.id === id)),
    moved: live.filter((clock) => known.get(clock.id) !== JSON.stringify(clock)).map(dueMomentOf),
  };
}

/** Every due moment of a case as write_due_moments() leaves it after these events; what moves later keeps how it began. */
export function dueMomentsOf(events: CaseEvent[]): (DueMoment & { ended_seq: number | null })[] {
  const rows = new Map<string, DueMoment & { ended_seq: number | null }>();
  let state = emptyState;
  for (const event of events) {
    const after = apply(state, event);
    const { ended, moved } = dueMomentChanges(state, after);
    for (const id of ended) rows.get(id)!.ended_seq = event.seq;
    for (const row of moved) {
      const { due_at, provisional, calendar_version, status } = row;
      const begun = rows.get(row.id);
      rows.set(
        row.id,
        begun ? { ...begun, due_at, provisional, calendar_version, status } : { ...row, ended_seq: null },
      );
    }
    state = after;
  }
  return [...rows.values()];
}

function dueMomentOf(clock: Clock) {
  return {
    id: clock.id,
    name: clock.name,
    limit_key: clock.limit,
    budget: clock.budget,
    unit: clock.unit,
    started_at: new Date(clock.startedAt).toISOString(),
    due_at: clock.dueAt === null ? null : new Date(clock.dueAt).toISOString(),
    provisional: clock.provisional,
    calendar_version: clock.calendarVersion,
    pack_from: clock.packFrom,
    status: clock.overdue ? 'overdue' : clock.dueAt === null ? 'paused' : 'pending',
  };
}
