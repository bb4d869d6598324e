import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { followCalendar } from '../../api/calendar-publication.ts';
import { calendarWorkflowIdOf, workflowIdOf } from '../../workflows/messages.ts';
import { pino } from 'pino';
import { createCaseSystem, tellAll, type CaseSystem } from '../support/case-system.ts';
import { eventsOf, foldFaults, ledgerFaults } from '../support/records.ts';
import { moved, requestFor, storyOf, upTo, type Told } from '../support/stories.ts';
import { startDevTemporal, type DevTemporal } from '../support/temporal.ts';
import { until } from '../support/until.ts';
import { bureau } from '../support/administrators.ts';

const reader = 'xltyj-h1';
/** From 19 January to 14 December 2026, so that the overall limit of ninety days reaches 14 March 2027, a Sunday. */
const weeks = 47;

const notice2027 = {
  year: 2027,
  source: '国务院办公厅关于2027年部分节假日安排的通知（示例）',
  documentNo: '国办发明电〔2026〕99号',
  issuedOn: '2026-12-20',
  days: [
    { date: '2026-12-31', name: '元旦', kind: 'off' },
    { date: '2027-01-01', name: '元旦', kind: 'off' },
    { date: '2027-01-09', name: '元旦调休', kind: 'working' },
    { date: '2027-03-15', name: '示例假日', kind: 'off' },
    { date: '2027-03-16', name: '示例假日', kind: 'off' },
  ],
};
const notice2028 = { ...notice2027, year: 2028, days: [{ date: '2028-01-01', name: '元旦', kind: 'off' }] };

describe('a year that is published while cases are open', () => {
  let temporal: DevTemporal;
  let system: CaseSystem;
  let story: Told[];
  let open: string;
  let suspended: string;
  let lost: string;
  let earlier: string;

  beforeAll(async () => {
    temporal = await startDevTemporal();
    system = await createCaseSystem({ temporal, profile: 'rehearsal' });
    story = upTo(storyOf('C01', weeks).requests, 'submit');
    const registered = upTo(story, 'register');
    [open, suspended, lost] = await Promise.all([tellAll(system, story), tellAll(system, registered), tellAll(system, registered)]); // prettier-ignore
    earlier = await tellAll(system, upTo(storyOf('C01').requests, 'register'));
    const pause = { ground: 'expertAppraisal', reason: '鉴定' };
    const at = moved('2026-01-20T09:00:00+08:00', weeks);
    expect((await system.tell({ action: 'suspend', person: 'xltyj-s1', body: pause, at }, suspended)).status).toBe(200);
    await system.client.workflow.getHandle(workflowIdOf(lost)).terminate();
  });
  afterAll(async () => {
    await system?.close();
    await temporal?.stop();
  });

  const bring = (body: object, dryRun: boolean, key?: string) =>
    system.post(bureau, `/api/v1/admin/imports/calendar?dryRun=${dryRun}`, body, { key });
  const recalculations = async (caseId: string) =>
    (await eventsOf(system.db, caseId)).filter(({ type }) => type === 'recalculateDeadlines');
  const recalculated = (caseId: string, count = 1) =>
    until(async () => ((await recalculations(caseId)).length >= count ? true : undefined));

  test('is never guessed before: what reaches into it is provisional, in the case and in lists', async () => {
    const { body } = await system.get(reader, `/api/v1/cases/${open}`);
    expect(body).toMatchObject({ overallDue: '2027-03-15', provisional: true });
    expect((await system.get(reader, `/api/v1/cases/${earlier}`)).body).toMatchObject({ provisional: false });
  });

  test('says in a dry run which deadlines it would move, and changes nothing', async () => {
    const { status, body } = await bring(notice2027, true);
    expect({ status, body }).toMatchObject({ status: 200, body: { applied: false, breaks: [] } });
    const moves = { deadline: 'overall', from: '2027-03-15', to: '2027-03-17', wasProvisional: true, provisional: false };
    expect(body['deadlines'].moved.map((one: { case: string }) => one.case).toSorted()).toEqual([open, lost].toSorted());
    expect(body['deadlines'].moved[0]).toMatchObject({ ...moves, agency: 'xltyj', limit: 'overallPenalty' });
    expect(await recalculations(open)).toEqual([]);
    expect(await system.db.database.calendarYear.count({ where: { year: 2027 } })).toBe(0);
  }); // prettier-ignore

  test('reaches a case though every worker was down when it was published, and the record says so', async () => {
    await system.worker.stop();
    const { status, body } = await bring(notice2027, false, 'publish-2027');
    expect({ status, body }).toMatchObject({ status: 200, body: { applied: true, deadlines: { movedCount: 2 } } });
    await system.startWorker();
    await recalculated(open);
    const [event] = await recalculations(open);
    const last = story.at(-1)!.at;
    expect(event).toMatchObject({ actor: 'system', at: Date.parse(last), stage: 'firstReview', pass: 'unchanged' });
    const page = (await system.get(reader, `/api/v1/cases/${open}`)).body;
    expect(page).toMatchObject({ overallDue: '2027-03-17', provisional: false });
    expect(page['history'].at(-1)).toMatchObject({ type: 'recalculateDeadlines', label: '重算期限' });
  });

  test('leaves alone what it does not touch, and what stands still until that runs again', async () => {
    expect([await recalculations(earlier), await recalculations(suspended)]).toEqual([[], []]);
    const at = moved('2026-01-21T09:00:00+08:00', weeks);
    const told = { action: 'resume', person: 'xltyj-s1', body: { reason: '鉴定完毕' }, at };
    expect((await system.tell(told, suspended)).body).toMatchObject({ overallDue: '2027-03-17', provisional: false });
  });

  test('waits for a case whose workflow is gone, and reaches it when it has one again', async () => {
    expect(await recalculations(lost)).toEqual([]);
    const record = requestFor(story, 'addRecord');
    const answer = await system.tell({ ...record, at: moved('2026-01-21T09:00:00+08:00', weeks) }, lost);
    expect({ status: answer.status, body: answer.body }).toMatchObject({ status: 200 });
    await recalculated(lost);
    expect((await system.get(reader, `/api/v1/cases/${lost}`)).body).toMatchObject({ overallDue: '2027-03-17' });
  });

  test('is brought to the cases by the next process that asks, when the one that published it died at once', async () => {
    const { database } = system.db;
    await system.db.asOwner(
      `INSERT INTO calendar_year (year, version, source, holidays, make_up_workdays) VALUES (2028, 3, '', '{2028-01-01}', '{}')`,
    );
    const log = pino({ level: 'silent' });
    const twice = [1, 2].map(() => followCalendar({ client: system.client, database, config: system.config, log }));
    await Promise.all(twice.map((one) => one.follow()));
    const description = await system.client.workflow.getHandle(calendarWorkflowIdOf(3)).describe();
    expect(description.status.name).toBe('RUNNING');
  });

  test('once only in each case, with ledger and read models in order', async () => {
    expect((await recalculations(open)).length).toBe(1);
    expect((await bring(notice2027, false, 'publish-2027')).status).toBe(200);
    expect([await ledgerFaults(system.db), await foldFaults(system.db)]).toEqual([[], []]);
  });

  test('cannot be published again with other days', async () => {
    expect((await bring({ ...notice2028, year: 2027 }, false)).body).toMatchObject({ status: 409 });
  });
});
