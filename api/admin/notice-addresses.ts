import { installation } from '../../domain/administration/administrators.ts';
import { applyChanges, type AdminCommand } from '../../prisma/administration/apply.ts';
import { changedContact, changedRobot } from '../../prisma/administration/notice-addresses.ts';
import { findPeople } from '../../prisma/administration/people.ts';
import { problem } from '../problem.ts';
import { demandAgencies, demandInOffice, demandRole, type Acting } from './authority.ts';

/**
 * Where notices of a person go by mail; null for nowhere.
 * @throws Problem 403 role.missing, admin.keptApart, 404 person.unknown
 */
export async function changeContact(
  acting: Acting,
  { person: id, email }: { person: string; email: string | null },
  command: AdminCommand,
): Promise<Record<string, unknown>> {
  demandRole(acting, 'systemAdmin');
  await demandInOffice(acting, command.at);
  const [person] = await findPeople(acting.transaction, { id });
  if (!person || person.agency === installation) throw problem('person.unknown');
  await demandAgencies(acting, 'systemAdmin', [person.agency]);
  const change = changedContact({ person: id, agency: person.agency }, email);
  await applyChanges(acting.transaction, [change], command);
  return { person: id, mail: email !== null };
}

/**
 * The group robot of the own agency, or of one of its sections; null for none.
 * @throws Problem 403 role.missing, admin.keptApart, 404 section.unknown
 */
export async function changeRobot(
  acting: Acting,
  { section, channel, key }: { section: string | null; channel: 'wecom'; key: string | null },
  command: AdminCommand,
): Promise<Record<string, unknown>> {
  demandRole(acting, 'systemAdmin');
  await demandInOffice(acting, command.at);
  const { transaction, actor } = acting;
  const { agency } = actor;
  if (section !== null && !(await transaction.section.findFirst({ where: { id: section, agencyId: agency } }))) {
    throw problem('section.unknown');
  }
  await applyChanges(transaction, [changedRobot({ agency, section: section ?? '', channel }, key)], command);
  return { agency, section, channel, robot: key !== null };
}
