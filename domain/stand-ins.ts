import { taskKind } from './holder.ts';
import type { CaseState, PersonId, StandIn } from './state.ts';

/** For whom a holder holds the task: themselves, unless they stand in for somebody. */
export function standsFor(state: CaseState, person: PersonId): PersonId {
  const own = (state.standIns ?? []).filter(({ by }) => by === person);
  const handlersTask = taskKind(state) === 'handlers';
  const entry = own.find((one) => state.handlers.includes(one.for) === handlersTask) ?? own[0];
  return entry?.for ?? person;
}

/** Whether this person may act as a handler because one of them is on leave: never a head to whom it went to be handed on. */
export function standsInForHandler({ standIns, handlers }: CaseState, person: PersonId): boolean {
  return (standIns ?? []).some((one) => one.by === person && one.because === 'onLeave' && handlers.includes(one.for));
}

/** Stand-ins that a change of stage leaves in place: those of handlers, whose part goes on, and those of stages gone back to. */
export function lasting(state: CaseState, frame: 'push' | 'pop' | 'clear' | 'keep'): StandIn[] {
  const framed = frame === 'clear' ? [] : frame === 'pop' ? state.frames.slice(0, -1) : state.frames;
  const waiting = [...framed.flatMap(({ holder }) => holder), ...(frame === 'push' ? state.holder : [])];
  return (state.standIns ?? []).filter(
    (one) => waiting.includes(one.by) || (state.handlers.includes(one.for) && one.because === 'onLeave'),
  );
}

/** The whole list as an event carries it; nothing where it stays as it is. */
export function listed(state: CaseState, standIns: StandIn[]): { standIns?: StandIn[] } {
  return JSON.stringify(standIns) === JSON.stringify(state.standIns ?? []) ? {} : { standIns };
}

/** The present holders after these stand-ins ended: what they have not finished is held again by those they stood in for. */
export function givenBack(state: CaseState, ended: StandIn[]): PersonId[] {
  const back = (person: PersonId) =>
    ended.some((one) => one.by === person && one.for === standsFor(state, person)) ? standsFor(state, person) : person;
  return [...new Set(state.holder.map(back))];
}
