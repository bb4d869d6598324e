import { describe, expect, it } from '@jest/globals';
import type { StoryCase } from '../../rehearsal/story-shape.ts';
import { caseTimeline, mergeTimelines, type Item } from '../../rehearsal/timeline.ts';
import { evidence, march, notice, storyCase, storyStep } from './stories.ts';

function named(item: Item): string {
  if (item.kind === 'step') return `${item.caseId} ${item.step.action}`;
  return item.kind === 'evidence' ? `${item.caseId} ${item.evidence.id}` : `${item.caseId} ${item.kind}`;
}

function order(one: StoryCase): string[] {
  return caseTimeline(one).items.map((item) => named(item).replace('C01 ', ''));
}

const register = storyStep(1, march(2), 'register', 'investigating');
const draft = storyStep(2, march(5), 'saveDraft', 'investigating');

describe('the timeline of a case', () => {
  it('plays at one moment: evidence, notice, answer, hearing, step', () => {
    const one = storyCase({
      story: [register, draft],
      evidence: [evidence('E1', march(5))],
      rights: {
        notices: [notice(march(5), { kind: 'statement', at: march(5) })],
        hearing: { heldAt: march(5), chair: 'a-f1' },
      },
    });
    expect(order(one)).toEqual(['register', 'E1', 'notice', 'answer', 'hearing', 'saveDraft']);
  });

  it('enters evidence older than the filing right after register, the oldest first', () => {
    const one = storyCase({
      story: [register, draft],
      evidence: [evidence('E1', march(1)), evidence('E2', '2026-02-20T10:00:00+08:00'), evidence('E3', march(2))],
    });
    expect(order(one)).toEqual(['register', 'E2', 'E1', 'E3', 'saveDraft']);
    expect(caseTimeline(one).items[1]?.at).toBe(march(2));
  });

  it('holds evidence back while the case is closed, until the step that opens it again', () => {
    const one = storyCase({
      story: [
        register,
        storyStep(2, march(10), 'archive', 'archived'),
        storyStep(3, march(20), 'annulDecision', 'closing'),
        storyStep(4, march(20), 'recordExecution', 'closing'),
      ],
      evidence: [evidence('E1', march(12)), evidence('E2', march(10)), evidence('E3', march(11))],
    });
    expect(order(one)).toEqual(['register', 'E2', 'archive', 'annulDecision', 'E3', 'E1', 'recordExecution']);
    expect(caseTimeline(one).items[4]?.at).toBe(march(20));
  });

  it('names evidence of a case that is never open again as not played', () => {
    const one = storyCase({
      story: [register, storyStep(2, march(10), 'transfer', 'transferred')],
      evidence: [evidence('E1', march(12))],
    });
    expect(order(one)).toEqual(['register', 'transfer']);
    expect(caseTimeline(one).unplayable).toEqual(['evidence of a case that is not open again']);
  });

  it('plays nothing of an answer without a moment', () => {
    const one = storyCase({ rights: { notices: [notice(march(3))], hearing: null } });
    expect(order(one)).toEqual(['register', 'notice']);
  });
});

describe('all cases together', () => {
  it('go by moment, then case id, and keep their own order', () => {
    const cases = ['C10', 'C02'].map((id) =>
      storyCase({ id, story: [register, draft], evidence: [evidence('E1', march(1))] }),
    );
    expect(mergeTimelines(cases.map((one) => caseTimeline(one).items)).map(named)).toEqual([
      'C02 register',
      'C02 E1',
      'C10 register',
      'C10 E1',
      'C02 saveDraft',
      'C10 saveDraft',
    ]);
  });
});
