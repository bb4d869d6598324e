import type { Config } from '../../config.ts';
import {
  entitlementFields,
  initialAdministrator,
  installation,
  isAdministrator,
  standingFields,
  type Administrator,
} from '../../domain/administration/administrators.ts';
import { dayOf } from '../../domain/calendar.ts';
import { refuse } from '../../domain/refusal.ts';
import type { PersonRecord } from '../../domain/administration/records.ts';
import type { Change } from '../../prisma/administration/record-kind.ts';
import type { Transaction } from '../../prisma/client.ts';
import { problemOf, type Problem } from '../problem.ts';
import type { SignedIn } from '../session.ts';

/** One administrator at work. `initial`: the one made at start in profile rehearsal, who may do all for every agency. */
export interface Acting {
  transaction: Transaction;
  actor: SignedIn;
  initial: boolean;
}

/** Who acts, in this profile. */
export function actingAs(actor: SignedIn, { profile }: Pick<Config, 'profile'>): Pick<Acting, 'actor' | 'initial'> {
  return { actor, initial: profile === 'rehearsal' && actor.personId === initialAdministrator };
}

type Fields = readonly string[];

/** @throws Problem 403 admin.keptApart for another kind of administrator, role.missing for anybody else */
export function demandRole({ actor, initial }: Pick<Acting, 'actor' | 'initial'>, role: Administrator): void {
  if (initial || actor.roles.includes(role)) return;
  throw actor.roles.some(isAdministrator) ? keptApart({ needed: role }) : notEntitled({ needed: [role] });
}

/** Whoever left administers nothing. @throws Problem 403 person.left */
export async function demandInOffice({ transaction, actor }: Acting, at: Date): Promise<void> {
  const person = await transaction.person.findUnique({ where: { id: actor.personId }, select: { leftOn: true } });
  const left = person?.leftOn?.toISOString().slice(0, 10);
  if (left && left <= dayOf(at.getTime())) throw problemOf(refuse('person.left', { person: actor.personId }));
}

/**
 * An administrator acts for the own agency; the overseeing bureau's and the installation's act for an agency that has
 * none of that kind yet. @throws Problem 403 role.missing
 */
export async function demandAgencies(acting: Acting, role: Administrator, agencies: string[], changes: Change[] = []) {
  for (const agency of agencies) {
    if (!(await actsFor(acting, role, agency, changes))) throw notEntitled({ agency });
  }
}

/** Whether an administrator in this role acts for an agency: the own one, or one below that has none of that kind. */
export async function actsFor(acting: Acting, role: Administrator, agency: string, changes: Change[] = []) {
  if (acting.initial || agency === acting.actor.agency) return true;
  return (await isAbove(acting, agency, changes)) && !(await hasOwn(acting, role, agency));
}

/** @throws Problem 403 admin.keptApart where a system administrator touches what entitles to act, or a security administrator anything else */
export function demandOwnHalf({ actor, initial }: Acting, changes: Change[]): void {
  if (initial) return;
  const theirs = actor.roles.includes('systemAdmin') ? isEntitlement : (name: string) => !isEntitlement(name);
  for (const change of changes) {
    const fields = fieldsOf(change).filter(theirs);
    if (fields.length > 0) throw keptApart({ person: change.id, fields });
  }
}

/**
 * Where an agency stands is changed from above, and from above no more than that once it has an administrator of its own.
 * @throws Problem 403 role.missing
 */
export async function demandStanding(acting: Acting, agencies: string[], changes: Change[]): Promise<void> {
  const { actor, initial } = acting;
  if (initial) return;
  for (const agency of agencies) {
    if (agency !== actor.agency && !(await isAbove(acting, agency, changes))) throw notEntitled({ agency });
  }
  for (const change of changes.filter(({ kind }) => kind === 'agency' || kind === 'section')) {
    const standing = change.kind === 'agency' ? touched(change, standingFields) : [];
    if (standing.length > 0) {
      if (!(await isAbove(acting, change.agency, changes)))
        throw notEntitled({ agency: change.agency, fields: standing });
      if (standing.length === Object.keys(change.fields).length) continue;
    }
    await demandAgencies(acting, 'systemAdmin', [change.agency], changes);
  }
}

/** Regions and the calendar belong to all: a judicial bureau or the installation keeps them. @throws Problem 403 role.missing */
export async function demandBureau(acting: Acting): Promise<void> {
  if (!acting.initial && !(await isBureau(acting))) throw notEntitled({});
}

/** Whether the administrator is one of a judicial bureau, or of the installation. */
export async function isBureau({ transaction, actor }: Acting): Promise<boolean> {
  const agency = await transaction.agency.findUnique({ where: { id: actor.agency }, select: { kind: true } });
  return agency?.kind === 'judicialBureau' || agency?.kind === installation;
}

export function keptApart(details: Record<string, unknown>): Problem {
  return problemOf(refuse('admin.keptApart', details));
}

function notEntitled(details: Record<string, unknown>): Problem {
  return problemOf(refuse('role.missing', details));
}

/** A new agency is overseen by whom its import names: an ordinary agency that named itself would be above one of its own making. */
async function isAbove(acting: Acting, agency: string, changes: Change[]): Promise<boolean> {
  const { transaction, actor } = acting;
  if (actor.agency === installation) return true;
  const row = await transaction.agency.findUnique({ where: { id: agency }, select: { overseenBy: true } });
  if (row) return row.overseenBy === actor.agency;
  const added = changes.find((change) => change.kind === 'agency' && change.id === agency && change.what === 'added');
  const { overseenBy } = (added?.after ?? {}) as { overseenBy?: string };
  return overseenBy === actor.agency && (await isBureau(acting));
}

async function hasOwn({ transaction }: Acting, role: Administrator, agency: string): Promise<boolean> {
  const where = { agencyId: agency, roles: { has: role }, leftOn: null };
  return (await transaction.person.count({ where })) > 0;
}

function isEntitlement(name: string): boolean {
  return (entitlementFields as Fields).includes(name);
}

/** Of somebody new all that is said of them counts; empty entitlements say nothing. */
function fieldsOf(change: Change): string[] {
  if (change.what === 'changed') return Object.keys(change.fields);
  const { roles, certificate, legalExam } = change.after as PersonRecord;
  const passed = (legalExam as { passed?: boolean } | null)?.passed;
  return ['id', ...(roles.length > 0 ? ['roles'] : []), ...(certificate ? ['certificate'] : []), ...(passed ? ['legalExam'] : [])]; // prettier-ignore
}

function touched(change: Change, fields: Fields): string[] {
  return change.what === 'changed' ? Object.keys(change.fields).filter((name) => fields.includes(name)) : [];
}
