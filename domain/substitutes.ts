import type { Day } from './calendar.ts';
import type { Facts } from './command.ts';
import type { PersonId } from './state.ts';

/** Whom this person's leave on that day names as substitute; undefined where they are there, or named nobody. */
export function substituteOf(person: PersonId, { persons }: Pick<Facts, 'persons'>, day: Day): PersonId | undefined {
  return persons[person]?.leave.find(({ from, to }) => from <= day && day <= to)?.substitute;
}

/** A substitute who is on leave too has a substitute: the one at the end of the line. Rings are refused when leave is entered. */
export function lastInLine(first: PersonId, facts: Pick<Facts, 'persons'>, day: Day): PersonId {
  const seen = [first];
  for (
    let next = substituteOf(first, facts, day);
    next && !seen.includes(next);
    next = substituteOf(next, facts, day)
  ) {
    seen.push(next);
  }
  return seen.at(-1)!;
}
