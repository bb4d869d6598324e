import { taskHolders, taskKind } from '../holder.ts';
import type { CaseState, PersonId } from '../state.ts';
import type { Effect, EffectOf } from './effect.ts';

/** Puts `to` in the place of `from` in the task, and in the case where the place is a handler's or the reviewer's. */
function handedOver(state: CaseState, from: PersonId | undefined, to: PersonId): Effect {
  const put = (persons: PersonId[]) => [...new Set([...persons.filter((person) => person !== from), to])];
  const ofHandlers = from !== undefined && state.handlers.includes(from);
  const kind = taskKind(state);
  const theTask = ofHandlers
    ? kind === 'handlers'
    : taskHolders(state).length === 0 || taskHolders(state).includes(from ?? '');
  return {
    holder: theTask && state.stage !== 'suspended' ? put(state.holder) : state.holder,
    ...(ofHandlers && { handlers: put(state.handlers), took: [{ person: to, as: 'handler' }] }),
    ...(!ofHandlers && kind === 'reviewer' && { reviewer: to }),
  };
}

export const reassign: EffectOf = ({ state, command }) => handedOver(state, command.input.from, command.input.to ?? '');

/** A delegation ends by itself after its last day; until then `to` holds the task. */
export const delegate: EffectOf = ({ state, command, now }) => {
  const { from, to = '', until } = command.input;
  return {
    ...handedOver(state, from, to),
    handlers: undefined,
    reviewer: undefined,
    arms: until ? [{ name: 'delegation', limit: 'untilDay', startedAt: now, until }] : [],
  };
};

export const addReviewer: EffectOf = ({ state, command }) => ({
  holder: [...new Set([...state.holder, ...(command.input.to ? [command.input.to] : [])])],
});

/** A recused person holds nothing any more; somebody else is put in their place by their head. */
export const recuse: EffectOf = ({ state, command }) => ({
  holder: state.holder.filter((person) => person !== command.input.person),
});
