import { dayOf } from '../../domain/calendar.ts';
import { isAdministrator } from '../../domain/administration/administrators.ts';
import { areas, type Area } from '../../domain/administration/areas.ts';
import { breakMessages, type Break } from '../../domain/administration/import-breaks.ts';
import type { KindOfRecord } from '../../domain/administration/kinds-of-records.ts';
import { applyChanges, type AdminCommand } from '../../prisma/administration/apply.ts';
import { planCatalogue, planItems } from '../../prisma/administration/plan-catalogue.ts';
import { planOrganisation } from '../../prisma/administration/plan-organisation.ts';
import { planCalendar } from '../../prisma/administration/plan-calendar.ts';
import { planParameters, planSeries } from '../../prisma/administration/plan-parameters.ts';
import { planPeople } from '../../prisma/administration/plan-people.ts';
import type { Plan, Planning } from '../../prisma/administration/plan.ts';
import { basisOf } from '../../prisma/administration/basis.ts';
import { changedSince, latestChange } from '../../prisma/administration/changed-since.ts';
import type { Change } from '../../prisma/administration/record-kind.ts';
import { problem, Problem } from '../problem.ts';
import type { ImportKind } from '../schemas/administration.ts';
import {
  demandAgencies,
  demandBureau,
  demandInOffice,
  demandOwnHalf,
  demandRole,
  demandStanding,
  type Acting,
} from './authority.ts';
import { lockForImport } from './lock-agencies.ts';

type Planner = (planning: Planning, body: never) => Promise<Plan>;

const planners: Record<ImportKind, Planner> = {
  organisation: planOrganisation,
  people: planPeople,
  catalogue: planCatalogue,
  items: planItems,
  calendar: planCalendar,
  parameters: planParameters,
  series: planSeries,
};

/** Records that an import is tried against: where one of them changes, it may come to something else. */
const triedAgainst: Record<ImportKind, readonly KindOfRecord[]> = {
  organisation: ['region', 'agency', 'section', 'person'],
  people: ['person', 'agency', 'section'],
  catalogue: ['catalogueEntry', 'enforcementItem', 'agency'],
  items: ['enforcementItem', 'section'],
  calendar: ['calendarYear'],
  parameters: ['parameterPack'],
  series: ['numberSeries'],
};

/** The dry run that somebody looked at: its digest, and the latest change when it was made. */
export interface LookedAt {
  basis?: string | undefined;
  asOf?: string | undefined;
}

export interface Import {
  kind: ImportKind;
  body: Record<string, unknown>;
  at: Date;
}

/** @throws Problem 403 where this person imports nothing of this kind, whatever it holds */
export function demandImporter(kind: ImportKind, who: Pick<Acting, 'actor' | 'initial'>): void {
  if (kind === 'people' && who.actor.roles.includes('securityAdmin')) return;
  demandRole(who, 'systemAdmin');
}

/** What an import would change and break. @throws Problem 403 for what this person may not change */
export async function planImport(acting: Acting, { kind, body, at }: Import): Promise<Plan> {
  const { transaction, actor, initial } = acting;
  await demandInOffice(acting, at);
  await lockForImport(transaction, body);
  const today = dayOf(at.getTime());
  const planning = { transaction, person: actor.personId, acting: actor.agency, today, anyDay: initial };
  const plan = await planners[kind](planning, body as never);
  const changes = changesIn(plan);
  if (kind === 'organisation') await demandStanding(acting, plan.agencies, changes);
  else await demandAgencies(acting, roleIn(acting), plan.agencies);
  if (kind === 'people') demandOwnHalf(acting, changes);
  if (changes.some((change) => ['region', 'calendarYear'].includes(change.kind))) await demandBureau(acting);
  return plan;
}

/**
 * Applies what was planned. @throws Problem 409 import.planChanged with the plan as it is now, and who changed what since,
 * where the one that was looked at was another; or with the code of the first thing it would break
 */
export async function applyImport(
  acting: Acting,
  { kind, plan }: { kind: ImportKind; plan: Plan },
  command: AdminCommand,
  { basis, asOf }: LookedAt = {},
): Promise<void> {
  if (basis !== undefined && basis !== basisOf(plan)) {
    const now = await dryRunOf(acting, plan);
    throw problem('import.planChanged', {
      ...now,
      ...(asOf && { changedSince: await whoChanged(acting, kind, plan, asOf) }),
    });
  }
  const [first] = plan.breaks;
  if (first) throw new Problem(409, first.code, importAnswerOf(plan, { dryRun: false, applied: false }));
  await applyChanges(acting.transaction, plan.batches, command);
}

function whoChanged({ transaction, actor, initial }: Acting, kind: ImportKind, plan: Plan, asOf: string) {
  const all = Object.keys(areas) as Area[];
  const own = actor.roles.filter(isAdministrator);
  return changedSince(transaction, {
    agencies: [...new Set([...plan.agencies, actor.agency])],
    kinds: triedAgainst[kind],
    areas: all.filter((area) => initial || own.some((role) => (areas[area] as readonly string[]).includes(role))),
    since: BigInt(asOf),
  });
}

/** A dry run's answer, with the latest change on record when it was made. */
export async function dryRunOf({ transaction }: Acting, plan: Plan) {
  return { ...importAnswerOf(plan, { dryRun: true, applied: false }), asOf: await latestChange(transaction) };
}

export function importAnswerOf(plan: Plan, how: { dryRun: boolean; applied: boolean }) {
  const changes = changesIn(plan).map((change) => {
    const { kind, id, agency, what, fields, after } = change;
    const { name } = after as { name?: unknown };
    const said = how.dryRun && what === 'added' ? contentOf(after as object) : fields;
    return { kind, id, ...(typeof name === 'string' && { name }), agency, what, fields: said };
  });
  const { effects, deadlines } = plan;
  return {
    ...how,
    ...(how.dryRun && { basis: basisOf(plan) }),
    changes,
    breaks: plan.breaks.map(inWords),
    ...(effects && { effects }),
    ...(deadlines && { deadlines }),
  };
}

/** What a new record says, as fields that were nothing before. */
function contentOf(after: object): Change['fields'] {
  const said = Object.entries(after).filter(([name, value]) => name !== 'id' && value !== null && !isEmpty(value));
  return Object.fromEntries(said.map(([name, value]) => [name, { before: null, after: value as unknown }]));
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** A break with what it says in both languages. */
export function inWords({ code, kind, id, details }: Break) {
  return { code, ...breakMessages[code], kind, id, ...(details && { details }) };
}

function changesIn(plan: Plan): Change[] {
  return plan.batches.flatMap((batch) => batch.changes);
}

function roleIn({ actor }: Acting): 'systemAdmin' | 'securityAdmin' {
  return actor.roles.includes('securityAdmin') ? 'securityAdmin' : 'systemAdmin';
}
