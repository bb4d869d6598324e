import type { Decided } from './command.ts';
import type { CaseState, Clock, Millis } from './state.ts';

const watched = ['stage', 'overall', 'serve', 'publish'];

function pending(state: CaseState): Clock[] {
  return state.clocks
    .filter((clock) => watched.includes(clock.name) && !clock.overdue)
    .sort((left, right) => left.dueAt - right.dueAt);
}

/** The moment the case must wake next, or null: one second after the earliest due day ended. */
export function nextWake(state: CaseState): Millis | null {
  const first = pending(state)[0];
  return first ? first.dueAt + 1000 : null;
}

/** The first thing that fell due until `now`, as an event of the clock; it marks and never decides. */
export function fellDue(state: CaseState, now: Millis): Decided | null {
  const clock = pending(state)[0];
  if (!clock || clock.dueAt >= now || state.stage === 'none') return null;
  return {
    type: 'markOverdue',
    actor: 'system',
    at: Math.max(clock.dueAt + 1000, state.lastAt),
    commandId: `overdue:${clock.id}`,
    factsVersion: 0,
    input: { given: [] },
    stage: state.stage,
    holder: state.holder,
    round: state.round,
    took: [],
    arms: [],
    stops: [],
    pass: 'unchanged',
    overdueClock: clock.id,
  };
}
