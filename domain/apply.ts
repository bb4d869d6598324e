import type { CaseEvent } from './command.ts';
import { bringsOn } from './brings-on.ts';
import { clocksAfter, framesAfter } from './clocks.ts';
import { ownPart } from './own-part.ts';
import type { CaseState } from './state.ts';
import { urgedAfter } from './urging.ts';

/** Folds one event into the state. Pure; the read model and the workflow both stand on it. */
export function apply(state: CaseState, event: CaseEvent): CaseState {
  const urged = urgedAfter(state, event);
  const next: CaseState = {
    ...state,
    filing: state.filing ?? event.input.filing ?? null,
    seq: event.seq,
    lastAt: event.at,
    ...(bringsOn(event) && { movedAt: event.at }),
    stage: event.stage,
    enteredAt: event.stage === state.stage ? state.enteredAt : event.at,
    round: event.round,
    holder: event.holder,
    everHeld: together(state.everHeld, event.holder),
    handlers: event.handlers ?? state.handlers,
    tookPart: remember(state.tookPart, event.took),
    reviewedHash: event.reviewedHash,
    clocks: clocksAfter(state, event),
    frames: framesAfter(state, event),
    ...(urged && { urged }),
  };
  return passAfter({ ...next, ...awayAfter(state, event), ...ownPart(next, event, state) }, event);
}

/** Folds a whole history, in order, on what was there before. */
export function fold(state: CaseState, events: CaseEvent[]): CaseState {
  return events.reduce(apply, state);
}

/** Who stands in and who is absent; a new stage asks anew who of its holders is there. */
function awayAfter(state: CaseState, { stage, standIns, absent }: CaseEvent): Partial<CaseState> {
  const left = stage !== state.stage && (state.absent ?? []).length > 0;
  return {
    ...(standIns && { standIns }),
    ...((absent ?? left) && { absent: absent ?? [] }),
  };
}

function together(before: string[], more: string[]): string[] {
  const fresh = more.filter((person) => !before.includes(person));
  return fresh.length > 0 ? [...before, ...fresh] : before;
}

function remember(before: CaseState['tookPart'], took: CaseEvent['took']): CaseState['tookPart'] {
  const fresh = took.filter((part) => !before.some((old) => old.person === part.person && old.as === part.as));
  return fresh.length > 0 ? [...before, ...fresh] : before;
}

function passAfter(state: CaseState, event: CaseEvent): CaseState {
  if (event.pass === 'offRecord') return { ...state, pass: null };
  if (event.pass === 'voided') return { ...state, pass: state.pass && { ...state.pass, voided: true } };
  if (event.pass !== 'given' || !state.review) return state;
  const { version, hash } = state.review;
  return { ...state, pass: { version, hash, round: state.round, voided: false } };
}
