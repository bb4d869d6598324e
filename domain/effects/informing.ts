import { dayOf } from '../calendar.ts';
import type { EffectOf } from './effect.ts';

/** Tells the persons named, as far as they may read the case: of its agency, or overseers of its bureau. */
export const copyTo: EffectOf = ({ command, now }) => {
  const { persons, duties } = command.facts;
  const mayRead = (id: string) => {
    const person = persons[id];
    if (!person || (person.leftOn !== null && person.leftOn <= dayOf(now))) return false;
    return (
      person.agency === duties.agency || (person.agency === duties.overseenBy && person.roles.includes('overseer'))
    );
  };
  return { told: (command.input.copiedTo ?? []).filter(mayRead) };
};
