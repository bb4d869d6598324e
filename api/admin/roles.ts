import { installation, mayCombine } from '../../domain/administration/administrators.ts';
import type { Break } from '../../domain/administration/import-breaks.ts';
import type { Role } from '../../domain/process.ts';
import { applyChanges, type AdminCommand } from '../../prisma/administration/apply.ts';
import { findPeople, people } from '../../prisma/administration/people.ts';
import { wouldBreak } from '../../prisma/administration/plan-people.ts';
import { changesOf } from '../../prisma/administration/record-kind.ts';
import { problem } from '../problem.ts';
import { demandAgencies, keptApart, type Acting } from './authority.ts';
import { lockAgencies } from './lock-agencies.ts';

export interface RoleChange {
  person: string;
  role: Role;
  grant: boolean;
}

/**
 * Grants or withdraws one role; it counts from the very next command. A withdrawal is never held up by open cases: those
 * it leaves without their holder are answered, and are stuck from then on.
 * @throws Problem 404 person.unknown, 403 role.missing, 403 admin.keptApart (行政执法信息系统三员分设)
 */
export async function changeRole(
  acting: Acting,
  { person: id, role, grant }: RoleChange,
  command: AdminCommand,
): Promise<{ person: string; roles: string[]; leaves: Break[] }> {
  const { transaction, actor, initial } = acting;
  const [person] = await findPeople(transaction, { id });
  if (!person || person.agency === installation) throw problem('person.unknown');
  await demandAgencies(acting, 'securityAdmin', [person.agency]);
  await lockAgencies(transaction, [person.agency]);
  // Read again under the lock: an import at the same time neither loses this role nor brings it back.
  const before = (await findPeople(transaction, { id }))[0]!;
  const others = before.roles.filter((held) => held !== role);
  const roles = grant ? [...others, role] : others;
  const apart = !initial && id === actor.personId;
  if (apart || (grant && !mayCombine(roles))) throw keptApart({ person: id, held: before.roles, role });
  const after = { ...before, roles };
  const known = new Map([[id, before]]);
  const leaves = grant ? [] : await wouldBreak(transaction, [after], known);
  const held = before.roles.includes(role) === grant;
  const batch = changesOf(people, held ? [] : [after], known, actor.agency);
  await applyChanges(transaction, [batch], command);
  return { person: id, roles: held ? before.roles : roles, leaves };
}
