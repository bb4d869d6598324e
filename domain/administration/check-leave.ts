import { taskOf } from '../holder.ts';
import { broken, type Break } from './import-breaks.ts';
import type { Leave, PersonRecord } from './records.ts';

/** A person as far as leave is concerned. */
export type OnLeave = Pick<PersonRecord, 'id' | 'agency' | 'roles' | 'leftOn' | 'hiredOn' | 'leave'>;

/** Roles that hold a task of a case; everybody who stands in needs those of the one who is away. */
const taskRoles: string[] = Object.values(taskOf).flatMap((task) => (task ? [task.role] : []));

/**
 * What is wrong with the leave of a person as it is to be: a period that ends before it begins, two that overlap, a substitute
 * who cannot be one. `people`: those of the same agency by id, as they would then be. A substitute's own leave is no fault
 * where somebody stands in for them in turn; whoever falls ill later may be on leave all the same. Leave that was on record
 * as it is (`before`) is not judged again: who stood in then may hold other roles by now.
 */
export function checkLeave(person: OnLeave, people: ReadonlyMap<string, OnLeave>, before: Leave[]): Break[] {
  const about = (code: Break['code'], leave: Leave, more: object = {}) =>
    broken(code, 'person', person.id, { from: leave.from, to: leave.to, ...more });
  return leaveOf(person).flatMap((leave, index, all): Break[] => {
    if (leave.to < leave.from) return [about('leave.endsBeforeBegins', leave)];
    const other = all.slice(0, index).find((earlier) => overlap(earlier, leave));
    if (other) return [about('leave.overlaps', leave, { other: { from: other.from, to: other.to } })];
    const { substitute } = leave;
    if (!substitute || before.some((known) => sameLeave(known, leave))) return [];
    if (substitute === person.id) return [about('leave.ownSubstitute', leave)];
    const them = people.get(substitute);
    if (them?.agency !== person.agency) return [about('leave.substituteElsewhere', leave, { substitute })];
    const missing = person.roles.filter((role) => taskRoles.includes(role) && !them.roles.includes(role));
    if (missing.length > 0) return [about('leave.substituteRole', leave, { substitute, missing })];
    const ring = ringFrom(person.id, leave, people);
    if (ring) return [about('leave.ring', leave, { ring })];
    return awayThen(them, leave) ? [about('leave.substituteAway', leave, { substitute })] : [];
  });
}

/** The entries of a person's leave. */
export function leaveOf({ leave }: Pick<PersonRecord, 'leave'>): Leave[] {
  return (leave ?? []) as unknown as Leave[];
}

function sameLeave(one: Leave, other: Leave): boolean {
  return one.from === other.from && one.to === other.to && one.substitute === other.substitute;
}

function overlap(one: Leave, other: Leave): boolean {
  return one.from <= other.to && other.from <= one.to;
}

/** In office throughout, and stood in for on every day of leave. */
function awayThen(them: OnLeave, period: Leave): boolean {
  const notThere = (them.leftOn !== null && them.leftOn <= period.to) || (them.hiredOn ?? '') > period.from;
  return notThere || leaveOf(them).some((leave) => overlap(leave, period) && !leave.substitute);
}

/** The line of substitutes that comes back to where it began, on a day that all their leaves have in common; null without one. */
function ringFrom(
  first: string,
  period: Leave,
  people: ReadonlyMap<string, OnLeave>,
  line: string[] = [first],
): string[] | null {
  const next = period.substitute;
  if (!next) return null;
  if (next === first) return [...line, next];
  const them = people.get(next);
  if (!them || line.includes(next)) return null;
  for (const leave of leaveOf(them)) {
    if (!overlap(leave, period)) continue;
    const common = {
      ...leave,
      from: leave.from > period.from ? leave.from : period.from,
      to: leave.to < period.to ? leave.to : period.to,
    };
    const ring = ringFrom(first, common, people, [...line, next]);
    if (ring) return ring;
  }
  return null;
}
