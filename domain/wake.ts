import type { Decided } from './command.ts';
import type { CaseState, Clock, ClockName, Millis } from './state.ts';

const watched: ClockName[] = ['stage', 'overall', 'serve', 'publish', 'withdraw', 'delegation'];

interface Due extends Clock {
  dueAt: Millis;
}

function pending(state: CaseState): Due[] {
  return state.clocks
    .filter((clock): clock is Due => clock.dueAt !== null && watched.includes(clock.name) && !clock.overdue)
    .sort((left, right) => left.dueAt - right.dueAt);
}

/** The moment the case must wake next, or null: one second after the earliest due day ended. */
export function nextWake(state: CaseState): Millis | null {
  const first = pending(state)[0];
  return first ? first.dueAt + 1000 : null;
}

/**
 * The first thing that fell due until `now`, as an event of the clock: a deadline is marked overdue, a delegation ends
 * after its last day. It never decides (时间不作决定).
 */
export function fellDue(state: CaseState, now: Millis): Decided | null {
  const clock = pending(state)[0];
  if (!clock || clock.dueAt >= now || state.stage === 'none') return null;
  const at = Math.max(clock.dueAt + 1000, state.lastAt);
  const base = { ...nothingElse, at, stage: state.stage, round: state.round };
  if (clock.name === 'delegation') {
    const back = (person: string) => state.delegations.find(({ to }) => to === person)?.from ?? person;
    const holder = [...new Set(state.holder.map(back))];
    return { ...base, type: 'endDelegation', commandId: `ended:${clock.id}`, holder, stops: ['delegation'] };
  }
  return {
    ...base,
    type: 'markOverdue',
    commandId: `overdue:${clock.id}`,
    holder: state.holder,
    overdueClock: clock.id,
  };
}

/** SHA-256 of the canonical form of no words at all, '{}'. */
const noWords = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a';

const nothingElse = {
  actor: 'system' as const,
  factsVersion: 0,
  input: { given: [] },
  wordsHash: noWords,
  took: [],
  arms: [],
  stops: [] as ClockName[],
  pauses: [],
  resumes: [],
  extends: [],
  frame: 'keep' as const,
  pass: 'unchanged' as const,
};
