import type { CaseEvent } from './command.ts';
import type { Rung } from './process.ts';
import { standsFor } from './stand-ins.ts';
import type { CaseState, Clock, Frame, PersonId } from './state.ts';

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
export function clocksAfter(
  state: Pick<CaseState, 'clocks'>,
  event: Pick<CaseEvent, 'at' | 'armed' | 'frame' | 'stops' | 'pauses' | 'rung'>,
): Clock[] {
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

/** Who goes back to a stage left for a while, when its holder's place was handed over or whoever stood in gave it back meanwhile. */
function heldAnew(frame: Frame, state: CaseState, event: CaseEvent): Frame {
  const { from, to } = event.input;
  const kept = event.standIns ?? state.standIns ?? [];
  const stoodIn = (state.standIns ?? [])
    .filter((one) => !kept.some((other) => other.for === one.for && other.by === one.by))
    .map((one) => ({ from: one.for, to: one.by }));
  const ended = event.type === 'endDelegation' ? state.delegations : [];
  const replaced = from && standsFor(state, from);
  const handed =
    (event.type === 'reassign' || event.type === 'delegate') && replaced && to ? [{ from: to, to: replaced }] : [];
  const holder = [stoodIn, ended, handed].reduce(moved, frame.holder);
  return holder === frame.holder ? frame : { ...frame, holder: [...new Set(holder)] };
}

function moved(holder: PersonId[], moves: { from: PersonId; to: PersonId }[]): PersonId[] {
  if (moves.length === 0) return holder;
  return holder.map((person) => moves.find((move) => move.to === person)?.from ?? person);
}
