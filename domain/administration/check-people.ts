import { taskOf } from '../holder.ts';
import { stages, type Stage } from '../process.ts';
import { mayCombine } from './administrators.ts';
import { broken, type Break } from './import-breaks.ts';
import type { Certificate, OpenCase, PersonRecord } from './records.ts';

/**
 * Open cases that would be left behind: their holder or handler leaves, loses the role the task takes, or, as a handler,
 * the certificate. Null when none would.
 */
export function orphans(before: PersonRecord, after: PersonRecord, open: OpenCase[]): Break | null {
  const left = open.filter((one) => isLeftBehind(one, before, after));
  if (left.length === 0) return null;
  const cases = left.map(({ id, title, stage }) => ({ id, title, stage }));
  return broken('import.orphansCases', 'person', after.id, { cases });
}

/** Roles that no one person holds together, and who changes their own. */
export function checkRoles(before: PersonRecord | null, after: PersonRecord, actor: string): Break[] {
  const same = before !== null && before.roles.toSorted().join() === after.roles.toSorted().join();
  if (same || (mayCombine(after.roles) && after.id !== actor)) return [];
  return [broken('import.keptApart', 'person', after.id, { roles: after.roles })];
}

function isLeftBehind(one: OpenCase, before: PersonRecord, after: PersonRecord): boolean {
  const handles = one.handlers.includes(after.id);
  const holds = one.holder.includes(after.id);
  if (!handles && !holds) return false;
  const leaves = after.leftOn !== null && (before.leftOn === null || after.leftOn < before.leftOn);
  const role = handles ? 'handler' : (taskOf[stages[one.stage as Stage].holder]?.role ?? null);
  const loses = role !== null && before.roles.includes(role) && !after.roles.includes(role);
  return leaves || loses || (handles && loosens(before.certificate, after.certificate));
}

/** Whether the certificate ends, ends earlier, or covers less than before. */
function loosens(held: PersonRecord['certificate'], then: PersonRecord['certificate']): boolean {
  const before = held as unknown as Certificate | null;
  const after = then as unknown as Certificate | null;
  if (before?.status !== 'valid') return false;
  if (after?.status !== 'valid' || after.validTo < before.validTo || after.validFrom > before.validFrom) return true;
  const covered = (had: string[], has: string[]) => had.every((one) => has.includes(one));
  return !covered(before.categories, after.categories) || !covered(before.regions, after.regions);
}
