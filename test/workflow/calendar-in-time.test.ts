import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { followCalendar } from '../../api/calendar-publication.ts';
import { addDays, dayOf, endOfDay, nextWorkday } from '../../domain/calendar.ts';
import { workCalendar } from '../../prisma/deadlines.ts';
import { calendarWorkflowIdOf, workflowIdOf } from '../../workflows/messages.ts';
import { tellAll } from '../support/case-system.ts';
import { eventsOf, foldFaults, ledgerFaults } from '../support/records.ts';
import { createSkippedYear, type SkippedYear } from '../support/skipped-year.ts';
import { storyOf, upTo } from '../support/stories.ts';
import { until } from '../support/until.ts';

describe('a year that is published while time goes on', () => {
  let system: SkippedYear['system'];
  let weeks: number;

  beforeAll(async () => {
    ({ system, weeks } = await createSkippedYear());
  });
  afterAll(() => system?.close());

  const typed = async (caseId: string, type: string) =>
    (await eventsOf(system.db, caseId)).filter((event) => event.type === type);
  const found = (caseId: string, type: string) => until(async () => (await typed(caseId, type))[0], type);

  test('moves the wake-up of a case: it falls overdue once, on the day that the new calendar gives', async () => {
    const { requests } = storyOf('C01', weeks);
    const begun = Date.parse(requests[0]!.at);
    const missing = Number(addDays(dayOf(begun), 91).slice(0, 4));
    await system.db.asOwner('DELETE FROM calendar_year WHERE year >= $1', [missing]);
    const caseId = await tellAll(system, upTo(requests, 'register'));
    const page = async () => (await system.get('xltyj-h1', `/api/v1/cases/${caseId}`)).body;
    const { overallDue: guessed, provisional } = await page();
    expect(provisional).toBe(true);

    await system.db.asOwner(
      `INSERT INTO calendar_year (year, version, source, holidays, make_up_workdays) VALUES ($1, 2, '', $2, '{}')`,
      [missing, [guessed, addDays(String(guessed), 1)]],
    );
    const { database } = system.db;
    const due = nextWorkday(await workCalendar(database), String(guessed)).day;
    const { client, config } = system;
    await followCalendar({ client, database, config, log: pino({ level: 'silent' }) }).follow();
    const event = await found(caseId, 'recalculateDeadlines');
    expect(event.at).toBeGreaterThanOrEqual(begun);
    expect(await page()).toMatchObject({ overallDue: due, provisional: false });

    await system.temporal.skipTo(endOfDay(String(guessed)) + 5_000);
    expect(await typed(caseId, 'markOverdue')).toEqual([]);
    await system.temporal.skipTo(endOfDay(due) + 5_000);
    expect(await found(caseId, 'markOverdue')).toMatchObject({ at: endOfDay(due) + 1_000 });
    await system.temporal.skipTo(endOfDay(due) + 20 * 86_400_000);
    const marks = (await typed(caseId, 'markOverdue')).filter(({ rung }) => rung?.clock.endsWith(':overall'));
    expect(marks.length).toBe(1);
    expect((await typed(caseId, 'recalculateDeadlines')).length).toBe(1);
    expect((await client.workflow.getHandle(calendarWorkflowIdOf(2)).describe()).status.name).toBe('COMPLETED');
    expect([await ledgerFaults(system.db), await foldFaults(system.db)]).toEqual([[], []]);
    await client.workflow.getHandle(workflowIdOf(caseId)).terminate();
  });
});
