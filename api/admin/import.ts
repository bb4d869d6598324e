import { dayOf } from '../../domain/calendar.ts';
import { breakMessages, type Break } from '../../domain/administration/import-breaks.ts';
import { applyChanges, type AdminCommand } from '../../prisma/administration/apply.ts';
import { planCatalogue, planItems } from '../../prisma/administration/plan-catalogue.ts';
import { planOrganisation } from '../../prisma/administration/plan-organisation.ts';
import { planCalendar } from '../../prisma/administration/plan-calendar.ts';
import { planParameters, planSeries } from '../../prisma/administration/plan-parameters.ts';
import { planPeople } from '../../prisma/administration/plan-people.ts';
import type { Plan, Planning } from '../../prisma/administration/plan.ts';
import { basisOf } from '../../prisma/administration/basis.ts';
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
 * Applies what was planned. @throws Problem 409 import.planChanged with the plan as it is now where the one that was looked
 * at, whose `basis` is given, was another; or with the code of the first thing it would break
 */
export async function applyImport(acting: Acting, plan: Plan, command: AdminCommand, basis?: string): Promise<void> {
  if (basis !== undefined && basis !== basisOf(plan)) {
    throw problem('import.planChanged', importAnswerOf(plan, { dryRun: true, applied: false }));
  }
  const [first] = plan.breaks;
  if (first) throw new Problem(409, first.code, importAnswerOf(plan, { dryRun: false, applied: false }));
  await applyChanges(acting.transaction, plan.batches, command);
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
