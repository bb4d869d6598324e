import { liveClocks } from '../domain/clocks.ts';
import type { Clock } from '../domain/state.ts';
import type { CaseRecord } from './case-record.ts';
import type { DueRow } from './rows.ts';

/** Every deadline armed has a row: live as the events give it, or ended with the event that ended it; overdue but once. */
export function deadlinesOnce({ steps, folded, due }: CaseRecord): string[] {
  const live = new Map(liveClocks(folded).map((clock) => [clock.id, clock]));
  const armed = new Set(steps.flatMap(({ event }) => event.armed.map(({ id }) => id)));
  const ended = endings(steps);
  const overdue = steps.flatMap(({ event: { rung } }) => (rung?.name === 'due' ? [rung.clock] : []));
  const kept = new Set(due.map(({ id }) => id));
  return [
    ...[...armed].filter((id) => !kept.has(id)).map((id) => `${id} is not kept`),
    ...due.filter(({ id }) => !armed.has(id)).map(({ id }) => `${id} was armed by no event`),
    ...overdue.filter((id, index) => overdue.indexOf(id) !== index).map((id) => `${id} fell overdue twice`),
    ...due.flatMap((row) => rowFaults(row, live.get(row.id), ended.get(row.id) ?? null)),
    ...due.filter(({ id, status }) => (status === 'overdue') !== overdue.includes(id)).map(({ id, status }) =>
      `${id} is ${status}${overdue.includes(id) ? ' though it fell overdue' : ' and never fell overdue'}`), // prettier-ignore
  ];
}

/** The event with which each deadline stopped being live. */
function endings(steps: CaseRecord['steps']): Map<string, number> {
  const ended = new Map<string, number>();
  for (const { event, before, after } of steps) {
    const still = new Set(liveClocks(after).map(({ id }) => id));
    for (const { id } of liveClocks(before)) if (!still.has(id)) ended.set(id, event.seq);
  }
  return ended;
}

function rowFaults(row: DueRow, clock: Clock | undefined, ended: number | null): string[] {
  if (!clock)
    return row.ended_seq === ended && ended !== null
      ? []
      : [`${row.id} ended with event ${ended}, not ${row.ended_seq}`];
  if (row.ended_seq !== null) return [`${row.id} is live and ended with event ${row.ended_seq}`];
  const { name, limit, budget, unit, startedAt, dueAt, provisional, calendarVersion, packFrom, overdue } = clock;
  const status = overdue ? 'overdue' : dueAt === null ? 'paused' : 'pending';
  const expected = {
    name,
    limit_key: limit,
    budget,
    unit,
    provisional,
    calendar_version: calendarVersion,
    pack_from: packFrom,
    status,
  };
  const differ = Object.entries(expected)
    .filter(([column, value]) => row[column] !== value)
    .map(([column]) => column);
  if (moment(row['started_at']) !== startedAt) differ.push('started_at');
  if (moment(row['due_at']) !== dueAt) differ.push('due_at');
  return differ.map((column) => `${column} of ${row.id} is not what the events give`);
}

function moment(text: unknown): number | null {
  return typeof text === 'string' ? Date.parse(text) : null;
}
