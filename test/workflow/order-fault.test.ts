import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { orderWorkflowIdOf } from '../../workflows/order-messages.ts';
import { createSkippedYear, type SkippedYear } from '../support/skipped-year.ts';
import { moved } from '../support/stories.ts';
import { until } from '../support/until.ts';

const base = '/api/v1/supervision-orders';
let system: SkippedYear['system'];
let weeks: number;

beforeAll(async () => {
  ({ system, weeks } = await createSkippedYear());
});
afterAll(() => system?.close());

test('an order whose reminder the database refuses stays in hand, tries again soon, and reminds once it can', async () => {
  const at = (moment: string) => Date.parse(moved(moment, weeks));
  const { temporal } = system;
  await temporal.skipTo(at('2026-03-02T09:00:00+08:00'));
  const opened = await system.post('xltsf-o1', base, { agency: 'xltyj', subject: '送达普遍超期', reason: '抽查发现' });
  expect(opened.status).toBe(201);
  const id = String(opened.body['id']);
  const order = system.client.workflow.getHandle(orderWorkflowIdOf(id));
  /** The pauses, in seconds, after each recording that failed. */
  const pauses = async () => {
    const { events } = await order.fetchHistory();
    const first = (events ?? []).findIndex(({ activityTaskFailedEventAttributes: failed }) => failed);
    const timers = (events ?? []).slice(first < 0 ? Infinity : first).map((event) => event.timerStartedEventAttributes);
    const seconds = timers.flatMap((timer) => (timer ? [Number(timer.startToFireTimeout!.seconds)] : []));
    // Between them it looks whether something is due, which takes a timer of a millisecond.
    return seconds.filter((pause) => pause > 0);
  };
  const reminders = () =>
    system.db.asOwner(`SELECT 1 FROM supervision_order_event WHERE order_id = $1 AND type = 'remind'`, [id]);
  await system.db.asOwner(`ALTER TABLE supervision_order_event ADD CONSTRAINT no_reminder CHECK (type <> 'remind')`);
  await temporal.skipTo(at('2026-03-05T12:00:00+08:00'));
  const paused = await until(async () => ((await pauses()).length >= 3 ? pauses() : undefined));
  expect(paused.slice(0, 3)).toEqual([5, 10, 20]);
  expect(Math.max(...paused)).toBeLessThanOrEqual(60);
  expect((await order.describe()).status.name).toBe('RUNNING');
  expect(await reminders()).toEqual([]);
  await system.db.asOwner('ALTER TABLE supervision_order_event DROP CONSTRAINT no_reminder');
  await temporal.skipTo((await temporal.now()) + 61_000);
  await until(async () => ((await reminders()).length === 1 ? true : undefined));
  expect((await order.describe()).status.name).toBe('RUNNING');
  await order.terminate();
});
