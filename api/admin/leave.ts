import { installation } from '../../domain/administration/administrators.ts';
import { leaveOf } from '../../domain/administration/check-leave.ts';
import { broken, type Break } from '../../domain/administration/import-breaks.ts';
import type { Json, Leave, PersonRecord } from '../../domain/administration/records.ts';
import { applyChanges, type AdminCommand } from '../../prisma/administration/apply.ts';
import { findPeople, people } from '../../prisma/administration/people.ts';
import { wrongLeave } from '../../prisma/administration/plan-people.ts';
import { changesOf } from '../../prisma/administration/record-kind.ts';
import { problem, Problem } from '../problem.ts';
import { demandAgencies, demandInOffice, demandRole, type Acting } from './authority.ts';
import { inWords } from './import.ts';
import { lockAgencies } from './lock-agencies.ts';

export type LeaveChange = { person: string } & ({ enter: Leave; replaces?: string | undefined } | { cancel: string });

/**
 * Enters a person's leave, or takes it back: one's own by everybody, another's by the system administrator. It counts from
 * the very next command; what was entered before stays in the audit trail.
 * @throws Problem 404 person.unknown, 403 role.missing, admin.keptApart, person.left, 409 leave.*
 */
export async function changeLeave(
  acting: Acting,
  change: LeaveChange,
  command: AdminCommand,
): Promise<{ person: string; leave: Leave[] }> {
  const { transaction, actor } = acting;
  const { person: id } = change;
  await demandInOffice(acting, command.at);
  if (id !== actor.personId) demandRole(acting, 'systemAdmin');
  const [person] = await findPeople(transaction, { id });
  if (!person || person.agency === installation) throw problem('person.unknown');
  if (id !== actor.personId) await demandAgencies(acting, 'systemAdmin', [person.agency]);
  await lockAgencies(transaction, [person.agency]);
  // Read again under the lock: two changes at once do not lose one another.
  const [before] = await findPeople(transaction, { id });
  const leave = leaveAfter(before!, change);
  const after = { ...before!, leave: leave as unknown as Json };
  const known = new Map([[id, before!]]);
  const [wrong] = await wrongLeave(transaction, person.agency, [after], known);
  if (wrong) throw refused(wrong);
  await applyChanges(transaction, [changesOf(people, [after], known, actor.agency)], command);
  return { person: id, leave };
}

/** A person's leave as it would be after a change. @throws Problem 409 leave.unknown */
export function leaveAfter(person: Pick<PersonRecord, 'id' | 'leave'>, change: LeaveChange): Leave[] {
  const all = leaveOf(person);
  const first = 'cancel' in change ? change.cancel : (change.replaces ?? change.enter.from);
  const asked = 'cancel' in change || change.replaces !== undefined;
  if (asked && !all.some(({ from }) => from === first)) {
    throw refused(broken('leave.unknown', 'person', person.id, { from: first }));
  }
  const others = all.filter(({ from }) => from !== first);
  const entered = 'cancel' in change ? [] : [change.enter];
  return [...others, ...entered].toSorted((one, other) => (one.from < other.from ? -1 : 1));
}

function refused(found: Break): Problem {
  const { code, details } = inWords(found);
  return new Problem(409, code, { person: found.id, ...details });
}
