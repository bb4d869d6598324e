import { setTimeout as sleep } from 'node:timers/promises';
import { dayOf } from '../../domain/calendar.ts';
import type { CaseEvent } from '../../domain/command.ts';
import { recalculate, seeOrganisation, workflowIdOf } from '../../workflows/messages.ts';
import type { CaseSystem } from '../support/case-system.ts';
import { eventsOf } from '../support/records.ts';
import { until } from '../support/until.ts';
import type { Sender } from './senders.ts';

const day = 86_400_000;

/** The reviewer is on leave without a substitute, then with one, then back: reported, stood in for, handed back. */
export const awayAndBack: Sender = async (system, _told, caseId) => {
  const today = dayOf(Date.now());
  const leave = { from: today, to: dayOf(Date.now() + 5 * day), kind: '年休假' };
  for (const [type, leaves] of [
    ['reportAbsence', [leave]],
    ['standIn', [{ ...leave, substitute: 'xltyj-r2' }]],
    ['endStandIn', []],
  ] as const) {
    await system.db.asOwner(`UPDATE person SET leave = $1 WHERE id = 'xltyj-r1'`, [JSON.stringify(leaves)]);
    await system.client.workflow.getHandle(workflowIdOf(caseId)).signal(seeOrganisation);
    await written(system, caseId, type);
  }
  return { status: 200, body: {} };
};

/** A day within the period of the review becomes a holiday: another version of the calendar, and another due day. */
export const anotherCalendar: Sender = async (system, _told, caseId) => {
  await system.db.asOwner(
    `ALTER TABLE calendar_year DISABLE TRIGGER USER;
     UPDATE calendar_year SET version = version + 1, holidays = holidays || '{2026-02-24}'::text[] WHERE year = 2026;
     ALTER TABLE calendar_year ENABLE TRIGGER USER`,
  );
  const [row] = await system.db.asOwner<{ version: number }>('SELECT max(version) AS version FROM calendar_year');
  await system.client.workflow.getHandle(workflowIdOf(caseId)).signal(recalculate, row!.version);
  await written(system, caseId, 'recalculateDeadlines');
  return { status: 200, body: {} };
};

async function written(system: CaseSystem, caseId: string, type: CaseEvent['type']): Promise<void> {
  const there = async () => (await eventsOf(system.db, caseId)).some((event) => event.type === type) || undefined;
  await until(there, type);
  // It is on record before Temporal has it.
  await sleep(2_000);
}
