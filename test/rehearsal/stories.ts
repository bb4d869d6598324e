import { casesShape, organisationShape, type Organisation, type StoryCase } from '../../rehearsal/story-shape.ts';

/** A moment of March 2026: day and time, in +08:00. */
export function march(day: number, time = '09:00'): string {
  return `2026-03-${String(day).padStart(2, '0')}T${time}:00+08:00`;
}

export function storyStep(step: number, at: string, action: string, stage: string, more: Record<string, unknown> = {}) {
  const expect = { stage, round: 0, content: 0, pass: null };
  return { step, at, actor: 'a-h1', action, input: {}, expect, ...more };
}

export function evidence(id: string, obtainedAt: string, by = ['a-h1']) {
  return { id, kind: '书证', name: id, description: id, obtainedAt, by, from: '当事人' };
}

export function notice(servedAt: string, answer: { kind: string; [key: string]: unknown } = { kind: 'none' }) {
  const proposed = { measures: ['fine'], amountYuan: 100, confiscatedYuan: 0 };
  return {
    documentNo: null,
    kind: '告知书',
    proposed,
    servedAt,
    method: '直接',
    servedBy: ['a-h1'],
    hearingRight: false,
    answer,
  };
}

/** A case of the agency 'a', registered on 2 March unless told otherwise. */
export function storyCase(more: Record<string, unknown> = {}): StoryCase {
  const one = {
    id: 'C01',
    title: '一案',
    category: 'penalty',
    field: '安全生产',
    procedure: 'ordinary',
    agency: 'a',
    section: 'a-A',
    handlers: ['a-h1', 'a-h2'],
    facts: '事实',
    story: [storyStep(1, march(2), 'register', 'investigating', { input: { handlers: ['a-h1', 'a-h2'] } })],
    ...more,
  };
  return casesShape.parse({ cases: [one] }).cases[0] as StoryCase;
}

export const organisation: Organisation = organisationShape.parse({
  agencies: [
    {
      id: 'a',
      overseenBy: 'o',
      legalHead: 'a-q1',
      legalReviewers: ['a-r1'],
      sections: [{ id: 'a-A', firstReviewer: 'a-f1', head: 'a-s1', leaderInCharge: 'a-l1' }],
    },
    { id: 'o', sections: [{ id: 'o-S' }] },
    { id: 'b', sections: [{ id: 'b-A' }] },
  ],
  people: [
    { id: 'a-h1', agency: 'a', roles: ['handler'] },
    { id: 'a-h2', agency: 'a', roles: ['handler'] },
    { id: 'a-f1', agency: 'a', roles: ['firstReviewer'] },
    { id: 'a-r1', agency: 'a', roles: ['legalReviewer'] },
    { id: 'o-o1', agency: 'o', roles: ['overseer'] },
    { id: 'b-h1', agency: 'b', roles: ['handler'] },
  ],
});
