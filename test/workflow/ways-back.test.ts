import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dayOf } from '../../domain/calendar.ts';
import type { CaseEvent } from '../../domain/command.ts';
import { workflowIdOf } from '../../workflows/messages.ts';
import type { Answer } from '../support/case-system.ts';
import { eventsOf, foldFaults, ledgerFaults } from '../support/records.ts';
import { createSkippedYear, type SkippedYear } from '../support/skipped-year.ts';
import { moved, requestsFor, storyOf, upTo, type Told } from '../support/stories.ts';
import { ways, type Step, type Way } from './ways.ts';
import { tellTogether, type Played } from '../support/told-together.ts';

function expected({ action, expect: body }: Told) {
  return { action, status: action === 'register' ? 201 : 200, ...body };
}

/** A supervision order that nobody answers has a deadline of its own, which is tried elsewhere. */
const ofTheCase = (rung: CaseEvent['rung']) => !rung?.clock.endsWith(':supervision');

/** Of an answer, what was expected of it; of a refusal, all. */
function seen({ action, expect: body }: Told, { status, body: answer }: Answer) {
  if (status >= 300) return { action, status, ...answer };
  return { action, status, ...Object.fromEntries(Object.keys(body ?? {}).map((key) => [key, answer[key]])) };
}

describe('each way back, while time is skipped', () => {
  let system: SkippedYear['system'];
  let weeks: number;
  let played: Map<string, Played>;

  beforeAll(async () => {
    ({ system, weeks } = await createSkippedYear({ from: '2026-01-12T08:00:00+08:00' }));
    const cases = Object.entries(ways).map(([name, way]) => [name, requestsOf(way)] as const);
    played = await tellTogether(system, Object.fromEntries(cases));
  });
  afterAll(() => system?.close());

  function requestsOf({ begins, until, steps = [] }: Way): Told[] {
    const { requests } = storyOf(begins, weeks);
    const told = until ? upTo(requests, until) : requests;
    return [...told, ...steps.map((step) => ownStep(step, requests))];
  }

  /** A step of a way's own: what its story sends in such a step, changed by what is given. */
  function ownStep([at, person, action, body, [stage, holder, round, due]]: Step, requests: Told[]): Told {
    const before = requestsFor(requests, action).at(-1)?.body;
    const given = body === 'again' ? {} : moved(body, weeks);
    return {
      at: moved(`${at}:00+08:00`, weeks),
      person,
      action,
      body: { ...before, ...given },
      expect: {
        stage,
        holder: holder === '' ? [] : holder.split(' '),
        round,
        due: due && moved(due, weeks),
      } as Told['expect'],
    };
  }

  const wayOf = (name: string) => ({ way: ways[name]!, one: played.get(name)! });

  test.each(Object.keys(ways))('%s', async (name) => {
    const { way, one } = wayOf(name);
    expect(one.answers.map(({ told, answer }) => seen(told, answer))).toEqual(requestsOf(way).map(expected));
    const marks = (await eventsOf(system.db, one.caseId))
      .filter(({ type, rung }) => type === 'markOverdue' && ofTheCase(rung))
      .map(({ rung, stage, at }) => [rung?.clock.split(':').at(-1), stage, at]);
    const missed = way.missed.map(([clock, stage, day]) => [
      clock,
      stage,
      Date.parse(moved(`${day}T23:59:59+08:00`, weeks)) + 1_000,
    ]);
    expect(marks).toEqual(missed);
    if (way.rungs) expect(rungsIn(await eventsOf(system.db, one.caseId))).toEqual(way.rungs);
  });

  /** Reminders come at the start of their day, the others when it has ended. */
  function rungsIn(events: CaseEvent[]): string[] {
    return events.flatMap(({ type, rung, at, told }) => {
      if (!rung || !ofTheCase(rung)) return [];
      const day = dayOf(at - (type === 'remind' ? 0 : 1_000) - weeks * 7 * 86_400_000);
      return [`${day} ${rung.clock.split(':').at(-1)} ${rung.name}: ${told?.join(' ')}`];
    });
  }

  test('the ledger and the read models are in order', async () => {
    expect([await ledgerFaults(system.db), await foldFaults(system.db)]).toEqual([[], []]);
  });

  test('a workflow has ended where the case is archived, and runs again where it was amended', async () => {
    const statusOf = async (name: string) => {
      const handle = system.client.workflow.getHandle(workflowIdOf(wayOf(name).one.caseId));
      return (await handle.describe()).status.name;
    };
    const names = Object.keys(ways).filter((name) => !ways[name]!.until);
    expect(await Promise.all(names.map(statusOf))).toEqual(
      names.map((name) => (ways[name]!.steps ? 'RUNNING' : 'COMPLETED')),
    );
  });
});
