import { dayOf } from '../calendar.ts';
import type { Facts } from '../command.ts';
import type { Millis, PersonId } from '../state.ts';
import type { EffectOf } from './effect.ts';

/** Whether somebody may read the case: in office, and of its agency, or an overseer of its bureau. */
export function canRead(id: PersonId, { persons, duties }: Facts, now: Millis): boolean {
  const person = persons[id];
  if (!person || (person.leftOn !== null && person.leftOn <= dayOf(now))) return false;
  return person.agency === duties.agency || (person.agency === duties.overseenBy && person.roles.includes('overseer'));
}

/** Tells the persons named, as far as they may read the case. */
export const copyTo: EffectOf = ({ command, now }) => ({
  told: (command.input.copiedTo ?? []).filter((id) => canRead(id, command.facts, now)),
});
