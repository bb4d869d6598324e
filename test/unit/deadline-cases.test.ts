import { describe, expect, it } from '@jest/globals';
import { calendarOf, dayOf } from '../../domain/calendar.ts';
import type { DayUnit, Deadline } from '../../domain/deadline.ts';
import { dueDay } from '../../domain/deadline.ts';
import type { DemoCase, DemoStep } from '../support/demo-data.ts';
import { cases, organisation } from '../support/demo-data.ts';

type Limits = Record<string, { value: number; unit: string }>;

const calendar = calendarOf({ version: 1, years: [organisation.calendar] });
const PAUSING = ['supplementing', 'advising', 'suspended'];

function limitsOf(agency: string, at: string): Limits {
  const packs = organisation.agencies.find((a) => a.id === agency)?.parameters ?? [];
  const limits: Limits | undefined = packs.filter((p) => p.effectiveFrom <= at.slice(0, 10)).at(-1)?.limits;
  return limits ?? {};
}

function start(limit: { value: number; unit: string } | undefined, at: string): Deadline | null {
  if (!limit) return null;
  const unit: DayUnit = limit.unit === 'wd' ? 'wd' : 'd';
  return { budget: limit.value, unit, startedAt: Date.parse(at), pauses: [], extensions: [], calendarVersion: 1 };
}

/** The due day of the stage after each step, with nothing but the rule for entering, leaving and pausing a stage. */
function dueDays(one: DemoCase): { step: DemoStep; due: string | undefined }[] {
  const left: { stage: string; deadline: Deadline | null }[] = [];
  let now: { stage: string; deadline: Deadline | null } = { stage: 'investigating', deadline: null };
  return one.story.map((step) => {
    const at = Date.parse(step.at);
    const { stage } = step.expect;
    const paused = left.at(-1);
    if (stage !== now.stage && PAUSING.includes(stage)) {
      now.deadline?.pauses.push({ from: at, to: null });
      left.push(now);
      now = { stage, deadline: start(limitsOf(one.agency, step.at)[stage], step.at) };
    } else if (stage !== now.stage && paused?.stage === stage && PAUSING.includes(now.stage)) {
      left.pop();
      now = { stage, deadline: paused.deadline };
      for (const pause of now.deadline?.pauses ?? []) pause.to ??= at;
    } else if (stage !== now.stage || step.action === 'annulDecision') {
      now = { stage, deadline: start(limitsOf(one.agency, step.at)[stage], step.at) };
    }
    return { step, due: now.deadline ? dueDay(calendar, now.deadline)?.day : undefined };
  });
}

function after(day: string, limit: { value: number; unit: string } | undefined): string | undefined {
  const deadline = start(limit, `${day}T12:00:00+08:00`);
  return deadline ? dueDay(calendar, deadline)?.day : undefined;
}

describe.each(cases.map((one) => [one.id, one] as const))('in case %s', (_id, one) => {
  it('every stage is due on the day that was reckoned by hand', () => {
    const reckoned = dueDays(one).map(({ step, due }) => [step.step, step.action, due]);
    expect(reckoned).toEqual(one.story.map((step) => [step.step, step.action, step.expect.due]));
  });

  it('the overall limit runs from the day of filing', () => {
    const expected = one.story[0]?.expect.overallDue;
    const limits = limitsOf(one.agency, one.filedOn);
    const overall = one.category === 'penalty' ? limits['overallPenalty'] : limits['overallPermit'];
    if (expected) expect(after(one.filedOn, overall)).toBe(expected);
  });

  it('serving and publishing are due so many working days after the decision', () => {
    const issued = one.story.find((step) => step.expect.obligationsDue);
    if (!issued?.expect.obligationsDue) return;
    const limits = limitsOf(one.agency, issued.at);
    const decided = dayOf(Date.parse(issued.at));
    const published = one.category === 'penalty' || one.category === 'permit';
    expect(issued.expect.obligationsDue).toEqual({
      serve: after(decided, one.category === 'permit' ? limits['servePermit'] : limits['serve']),
      publish: after(decided, published ? limits['publishPenaltyPermit'] : limits['publishOther']),
    });
  });

  it('the right to a hearing lapses five working days after the notice', () => {
    for (const notice of one.rights.notices) {
      const lapsed = notice.answer.hearingLapsedOn;
      if (lapsed) expect(after(notice.servedAt.slice(0, 10), { value: 5, unit: 'wd' })).toBe(lapsed);
    }
  });
});

it('a publication must be withdrawn within three working days of the annulment', () => {
  const annulment = cases.find((one) => one.annulment)?.annulment;
  expect(after(annulment?.on ?? '', { value: 3, unit: 'wd' })).toBe(annulment?.withdrawBy);
});
