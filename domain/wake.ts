import { endOfDay } from './calendar.ts';
import type { Decided } from './command.ts';
import { laddered, rungOrder } from './ladder.ts';
import type { Rung } from './process.ts';
import { givenBack, listed, standsFor } from './stand-ins.ts';
import type { CaseState, Clock, ClockName, Millis, StandIn } from './state.ts';

/** What happens next to a deadline by itself: a rung of its ladder, or a delegation's end. */
interface Pending {
  clock: Clock;
  at: Millis;
  rung: Rung | 'end';
}

/** A substitute's last day is over. */
interface Returning {
  standIn: StandIn;
  at: Millis;
}

/** How late the clock must be to say so, in milliseconds. */
export const noticeablyLate = 10 * 60_000;

/** Every rung that is still to come of these deadlines, in no order. */
export function rungsToCome(clocks: Clock[]): { clock: Clock; at: Millis; rung: Rung }[] {
  const running = clocks.filter((clock) => clock.dueAt !== null && laddered.includes(clock.name));
  return running.flatMap((clock) =>
    rungOrder.flatMap((rung) => (clock.rungs[rung] ? [{ clock, at: clock.rungs[rung], rung }] : [])),
  );
}

function pending(state: CaseState): Pending | Returning | null {
  const all = state.clocks.flatMap((clock): Pending[] => {
    if (clock.name !== 'delegation') return rungsToCome([clock]);
    return clock.dueAt === null ? [] : [{ clock, at: clock.dueAt + 1000, rung: 'end' }];
  });
  const returning = (state.standIns ?? []).map((standIn) => ({ standIn, at: endOfDay(standIn.until) + 1000 }));
  return earliest<Pending | Returning>([...all, ...returning]);
}

/** The first of those that come at the earliest moment; null of none. */
export function earliest<Moment extends { at: Millis }>(all: Moment[]): Moment | null {
  return all.reduce<Moment | null>((first, next) => (first && first.at <= next.at ? first : next), null);
}

/** What an event of the clock says of its being late; nothing within ten minutes. */
export function lateness(since: Millis, now: Millis): { lateBy?: Millis } {
  const lateBy = now - since;
  return lateBy > noticeablyLate ? { lateBy } : {};
}

/** The moment the case must wake next, or null: the earliest rung of a running deadline's ladder, a delegation's end or a substitute's. */
export function nextWake(state: CaseState): Millis | null {
  return pending(state)?.at ?? null;
}

/**
 * The first thing that fell due until `now`, as an event of the clock: a rung of a deadline's ladder, a delegation or a
 * substitute's time that ends after its last day. It reminds and tells; it never decides (时间不作决定).
 */
export function fellDue(state: CaseState, now: Millis): Decided | null {
  const next = pending(state);
  if (!next || next.at > now || state.stage === 'none') return null;
  const at = Math.max(next.at, state.lastAt);
  const base = {
    ...nothingElse,
    at,
    stage: state.stage,
    round: state.round,
    ...lateness(next.at, now),
  };
  if ('standIn' in next) {
    const { standIn } = next;
    const standIns = (state.standIns ?? []).filter((one) => one !== standIn);
    const commandId = `endStandIn:${standIn.for}:${standIn.until}`;
    return { ...base, type: 'endStandIn', commandId, holder: givenBack(state, [standIn]), standIns };
  }
  const { clock, rung } = next;
  if (rung === 'end') {
    const ended = state.delegations.map(({ to }) => to);
    const back = (person: string) =>
      state.delegations.find(({ to }) => to === standsFor(state, person))?.from ?? person;
    const holder = [...new Set(state.holder.map(back))];
    const standIns = (state.standIns ?? []).filter((one) => !ended.includes(one.for));
    return {
      ...base,
      type: 'endDelegation',
      commandId: `ended:${clock.id}`,
      holder,
      stops: ['delegation'],
      ...listed(state, standIns),
    };
  }
  const type = eventOf(rung, clock.name, state);
  return {
    ...base,
    type,
    ...(type === 'openSupervision' && { arms: [{ name: 'supervision', limit: 'supervisionReply', startedAt: at }] }),
    commandId: `${rung}:${clock.id}`,
    holder: state.holder,
    rung: { clock: clock.id, name: rung },
  };
}

/** The due day of a permit to be renewed is when the law acts (行政许可法 50). The last rung opens a supervision order by itself, unless one is open. */
export function eventOf(rung: Rung, clock: ClockName, state: Pick<CaseState, 'supervision'>): Decided['type'] {
  if (rung === 'due') return clock === 'effectOfLaw' ? 'effectOfLaw' : 'markOverdue';
  if (rung === 'halfWay' || rung === 'oneDayBefore') return 'remind';
  return rung === 'plus5' && state.supervision === null ? 'openSupervision' : 'escalate';
}

/** SHA-256 of the canonical form of no words at all, '{}'. */
const noWords = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a';

/** What an event of the clock leaves as it is. */
export const nothingElse = {
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
