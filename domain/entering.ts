import type { Decided } from './command.ts';
import { heldBy } from './held-by.ts';
import { stages, type Stage } from './process.ts';
import type { Context } from './requirements/requirement.ts';
import { lasting, listed, standsFor } from './stand-ins.ts';
import type { PersonId, StandIn } from './state.ts';

/**
 * Who holds the task of a stage when it is entered and falls to `natural`, some of whom may be away that day; `took`: who takes part
 * with the act that enters it, and may not stand in for what the separation of duties keeps apart.
 */
export function entering(
  stage: Stage,
  natural: PersonId[],
  frame: Decided['frame'],
  took: Decided['took'],
  { state, filing, command, now }: Context,
): { holder: PersonId[]; took: Decided['took']; away: Pick<Decided, 'standIns' | 'absent' | 'told'> } {
  const { facts } = command;
  const falling = { state: { ...state, tookPart: [...state.tookPart, ...took] }, filing, facts, now };
  // Only a stage gone back to names those who stood in when it was left.
  const fallsTo = frame === 'pop' ? [...new Set(natural.map((person) => standsFor(state, person)))] : natural;
  const held = heldBy(fallsTo, stages[stage].holder, falling);
  const kept = (stages[stage].final ? [] : lasting(state, frame)).filter((one) => !fallsTo.includes(one.for));
  return {
    holder: held.holder,
    took: actAsHandlers(held.standIns, state.handlers),
    away: {
      ...listed(state, [...kept, ...held.standIns]),
      ...(held.absent.length > 0 && { absent: held.absent, told: held.told }),
    },
  };
}

/** Whoever stands in for a handler is one of them from then on, for the separation of duties. */
export function actAsHandlers(standIns: StandIn[], handlers: PersonId[]): Decided['took'] {
  const theirs = standIns.filter((one) => one.because === 'onLeave' && handlers.includes(one.for));
  return theirs.map(({ by }) => ({ person: by, as: 'handler' }));
}
