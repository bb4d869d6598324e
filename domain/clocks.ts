import type { CaseEvent } from './command.ts';
import type { Rung } from './process.ts';
import type { CaseState, Clock, Frame } from './state.ts';

/** Every deadline of the case that has not ended, those standing still in a stage left for a while included. */
export function liveClocks(state: CaseState): Clock[] {
  return [...state.clocks, ...state.frames.flatMap((frame) => (frame.clock ? [frame.clock] : []))];
}

/** The clock with its pause opened at that moment; it has no due moment until it runs again. */
function paused(clock: Clock, at: number): Clock {
  return { ...clock, pauses: [...clock.pauses, { from: at, to: null }], dueAt: null };
}

function fired(clock: Clock, rung: Rung): Clock {
  const { [rung]: _, ...rungs } = clock.rungs;
  return { ...clock, rungs, fired: [...clock.fired, rung], overdue: clock.overdue || rung === 'due' };
}

/** The running clocks after an event: stopped ones gone, paused ones standing still, armed ones in their place. */
export function clocksAfter(state: CaseState, event: CaseEvent): Clock[] {
  const armedNames = event.armed.map((clock) => clock.name);
  const left = event.frame === 'push' ? 'stage' : null;
  const kept = state.clocks
    .filter((clock) => !event.stops.includes(clock.name) && !armedNames.includes(clock.name) && clock.name !== left)
    .map((clock) => (event.pauses.includes(clock.name) ? paused(clock, event.at) : clock))
    .map((clock) => (clock.id === event.rung?.clock ? fired(clock, event.rung.name) : clock));
  return [...kept, ...event.armed];
}

/** The stages left for a while, after an event. */
export function framesAfter(state: CaseState, event: CaseEvent): Frame[] {
  if (event.frame === 'clear') return [];
  if (event.frame === 'pop') return state.frames.slice(0, -1);
  if (event.frame === 'keep' || state.stage === 'none')
    return state.frames.map((frame) => heldAnew(frame, state, event));
  const clock = state.clocks.find((candidate) => candidate.name === 'stage');
  const { stage, holder, enteredAt } = state;
  return [...state.frames, { stage, holder, enteredAt, clock: clock ? paused(clock, event.at) : null }];
}

/** Who goes back to a stage left for a while, when its holder's place was handed over or a delegation ended meanwhile. */
function heldAnew(frame: Frame, state: CaseState, event: CaseEvent): Frame {
  const { from, to } = event.input;
  const ended = event.type === 'endDelegation' ? state.delegations : [];
  const handed = (event.type === 'reassign' || event.type === 'delegate') && from && to ? [{ from: to, to: from }] : [];
  const moves = [...ended, ...handed];
  if (moves.length === 0) return frame;
  const holder = frame.holder.map((person) => moves.find((move) => move.to === person)?.from ?? person);
  return { ...frame, holder: [...new Set(holder)] };
}
