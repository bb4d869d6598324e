import { dayOf, endOfDay } from '../domain/calendar.ts';
import type { Arm, Decided } from '../domain/command.ts';
import { dueDay } from '../domain/deadline.ts';
import { otherLimits, stages, type LimitKey, type Stage } from '../domain/process.ts';
import type { Clock } from '../domain/state.ts';
import type { Transaction } from '../prisma/client.ts';
import { packInForce, workCalendar, type ParameterPack } from '../prisma/deadlines.ts';

/**
 * Reckons the deadlines that a command arms: the budget from the pack in force on that day (the default of the process
 * table where the pack is silent), the due day on the versioned calendar.
 */
export async function armedClocks(
  transaction: Transaction,
  caseId: string,
  agency: string,
  seq: number,
  decided: Decided,
): Promise<Clock[]> {
  if (decided.arms.length === 0) return [];
  const [pack, calendar] = await Promise.all([
    packInForce(transaction, agency, dayOf(decided.at)),
    workCalendar(transaction),
  ]);
  return decided.arms.map((arm) => {
    const { value: budget, unit } = limitOf(arm, pack);
    const { name, limit, startedAt } = arm;
    const calendarVersion = calendar.version;
    const due = dueDay(calendar, { budget, unit, startedAt, pauses: [], extensions: [], calendarVersion });
    if (!due) throw new Error('a deadline without a pause has a due day');
    return {
      id: `${caseId}:${seq}:${name}`,
      name,
      limit,
      budget,
      unit,
      startedAt,
      dueAt: endOfDay(due.day),
      provisional: due.provisional,
      calendarVersion,
      packFrom: pack?.from ?? dayOf(decided.at),
      overdue: false,
    };
  });
}

function limitOf(arm: Arm, pack: ParameterPack | null): { value: number; unit: 'wd' | 'd' } {
  const limit = arm.override ?? pack?.limits[arm.limit] ?? defaultLimit(arm.limit);
  if (!limit) throw new Error(`no limit for ${arm.limit}`);
  return limit;
}

function defaultLimit(key: LimitKey): { value: number; unit: 'wd' | 'd' } | null {
  return key in otherLimits ? otherLimits[key as keyof typeof otherLimits] : stages[key as Stage].limit;
}
