import { taskHolders, taskKind } from '../holder.ts';
import { listed, standsFor } from '../stand-ins.ts';
import type { CaseState, PersonId } from '../state.ts';
import type { Effect, EffectOf } from './effect.ts';

/**
 * Puts `to` in the place of `from` in the task, and in the case where the place is a handler's or the reviewer's. Who is stood
 * in for and the stand-in have one place.
 */
function handedOver(state: CaseState, from: PersonId | undefined, to: PersonId): Effect {
  const replaced = from && standsFor(state, from);
  const standIns = (state.standIns ?? []).filter((one) => one.for === replaced);
  const gone = [from, replaced, ...standIns.map(({ by }) => by)];
  const put = (persons: PersonId[]) => [...new Set([...persons.filter((person) => !gone.includes(person)), to])];
  const ofHandlers = replaced !== undefined && state.handlers.includes(replaced);
  const kind = taskKind(state);
  const theTask = ofHandlers
    ? kind === 'handlers'
    : taskHolders(state).length === 0 || taskHolders(state).some((holder) => gone.includes(holder));
  return {
    holder: theTask && state.stage !== 'suspended' ? put(state.holder) : state.holder,
    ...(ofHandlers && { handlers: put(state.handlers), took: [{ person: to, as: 'handler' }] }),
    ...(!ofHandlers && kind === 'reviewer' && { reviewer: to }),
    ...listed(state, without(state, standIns)),
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

/** A recused person holds nothing any more, nor does who stands in for them; somebody else is put in their place by their head. */
export const recuse: EffectOf = ({ state, command }) => {
  const { person } = command.input;
  const ended = (state.standIns ?? []).filter((one) => one.for === person || one.by === person);
  const gone = [person, ...ended.filter((one) => one.for === person).map(({ by }) => by)];
  return {
    holder: state.holder.filter((holder) => !gone.includes(holder)),
    ...listed(state, without(state, ended)),
  };
};

function without({ standIns = [] }: CaseState, ended: NonNullable<CaseState['standIns']>) {
  return standIns.filter((one) => !ended.includes(one));
}
