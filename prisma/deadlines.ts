import { calendarOf, type Calendar } from '../domain/calendar.ts';
import type { LimitKey } from '../domain/process.ts';
import type { CaseEvent } from '../domain/command.ts';
import type { Transaction } from './client.ts';

export interface ParameterPack {
  /** The day the pack began, YYYY-MM-DD. */
  from: string;
  limits: Partial<Record<LimitKey, { value: number; unit: 'wd' | 'd' }>>;
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
  return row
    ? { from: row.effectiveFrom.toISOString().slice(0, 10), limits: row.limits as ParameterPack['limits'] }
    : null;
}

/** The working-day calendar with every published year. */
export async function workCalendar(transaction: Transaction): Promise<Calendar> {
  const years = await transaction.calendarYear.findMany();
  const version = years.reduce((latest, year) => Math.max(latest, year.version), 0);
  return calendarOf({ version, years });
}

/** Ends the due moments that the event stops or replaces, marks the overdue one, and adds those it arms. */
export async function saveDueMoments(transaction: Transaction, agencyId: string, event: CaseEvent): Promise<void> {
  const { caseId, seq } = event;
  const ended = [...event.stops, ...event.armed.map((clock) => clock.name)];
  if (ended.length > 0) {
    await transaction.dueMoment.updateMany({
      where: { caseId, name: { in: ended }, endedSeq: null },
      data: { endedSeq: seq },
    });
    await transaction.dueMoment.updateMany({
      where: { caseId, name: { in: ended }, endedSeq: seq, status: 'pending' },
      data: { status: 'stopped' },
    });
  }
  if (event.overdueClock) {
    await transaction.dueMoment.update({ where: { id: event.overdueClock }, data: { status: 'overdue' } });
  }
  if (event.armed.length > 0) {
    await transaction.dueMoment.createMany({
      data: event.armed.map((clock) => ({
        id: clock.id,
        caseId,
        agencyId,
        name: clock.name,
        limitKey: clock.limit,
        budget: clock.budget,
        unit: clock.unit,
        startedAt: new Date(clock.startedAt),
        dueAt: new Date(clock.dueAt),
        provisional: clock.provisional,
        calendarVersion: clock.calendarVersion,
        packFrom: new Date(`${clock.packFrom}T00:00:00Z`),
        status: 'pending',
      })),
    });
  }
}
