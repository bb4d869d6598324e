import { calendarOf, type Calendar } from '../domain/calendar.ts';
import type { LimitKey } from '../domain/process.ts';
import { liveClocks } from '../domain/clocks.ts';
import type { CaseState, Clock } from '../domain/state.ts';
import type { Transaction } from './client.ts';

export interface ParameterPack {
  /** The day the pack began, YYYY-MM-DD. */
  from: string;
  limits: Partial<Record<LimitKey, { value: number; unit: 'wd' | 'd' }>>;
  relaxations: Record<string, unknown>;
}

/** The agency's pack in force on that day: the last one begun. Null when none has. */
export async function packInForce(
  transaction: Transaction,
  agencyId: string,
  day: string,
): Promise<ParameterPack | null> {
  const row = await transaction.parameterPack.findFirst({
    where: { agencyId, effectiveFrom: { lte: new Date(`${day}T00:00:00Z`) } },
    orderBy: { effectiveFrom: 'desc' },
  });
  if (!row) return null;
  const { effectiveFrom, limits, relaxations } = row;
  return {
    from: effectiveFrom.toISOString().slice(0, 10),
    limits: limits as ParameterPack['limits'],
    relaxations: relaxations as Record<string, unknown>,
  };
}

/** The working-day calendar with every published year. */
export async function workCalendar(transaction: Transaction): Promise<Calendar> {
  const years = await transaction.calendarYear.findMany();
  const version = years.reduce((latest, year) => Math.max(latest, year.version), 0);
  return calendarOf({ version, years });
}

/** Brings the due moments in line with the case after an event: new, moved, standing still, overdue or ended. */
export async function saveDueMoments(
  transaction: Transaction,
  agencyId: string,
  before: CaseState,
  after: CaseState,
): Promise<void> {
  const caseId = after.filing?.caseId ?? '';
  const live = liveClocks(after);
  const known = new Map(liveClocks(before).map((clock) => [clock.id, JSON.stringify(clock)]));
  const ended = [...known.keys()].filter((id) => !live.some((clock) => clock.id === id));
  if (ended.length > 0) {
    await transaction.dueMoment.updateMany({ where: { id: { in: ended } }, data: { endedSeq: after.seq } });
  }
  for (const clock of live.filter((candidate) => known.get(candidate.id) !== JSON.stringify(candidate))) {
    const row = rowOf(clock);
    await transaction.dueMoment.upsert({
      where: { id: clock.id },
      create: { ...row, id: clock.id, caseId, agencyId },
      update: row,
    });
  }
}

function rowOf(clock: Clock) {
  return {
    name: clock.name,
    limitKey: clock.limit,
    budget: clock.budget,
    unit: clock.unit,
    startedAt: new Date(clock.startedAt),
    dueAt: clock.dueAt === null ? null : new Date(clock.dueAt),
    provisional: clock.provisional,
    calendarVersion: clock.calendarVersion,
    packFrom: new Date(`${clock.packFrom}T00:00:00Z`),
    status: clock.overdue ? 'overdue' : clock.dueAt === null ? 'paused' : 'pending',
  };
}
