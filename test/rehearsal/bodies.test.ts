import { describe, expect, it } from '@jest/globals';
import { addRecordBody, recordAnswerBody, recordNoticeBody, stepBody } from '../../rehearsal/action-bodies.ts';
import { filingBody } from '../../rehearsal/filing-body.ts';
import { handlersAfter, whoEnters } from '../../rehearsal/handlers-now.ts';
import { evidence, march, notice, storyCase, storyStep } from './stories.ts';

const one = storyCase({
  publication: null,
  majorBecause: ['catalogue:K02', 'hearingHeld', 'hearingClaimable', 'severalLegalRelations', 'majorRights'],
  proposedDecisions: [
    { version: 1, measures: ['fine'], amountYuan: 9, confiscatedYuan: 0, text: '罚', changes: null },
    { version: 2, measures: ['fine'], amountYuan: 8, confiscatedYuan: 0, text: '少罚', changes: '从轻' },
  ],
  statutoryBasis: [],
  discretion: { tier: '一般', rangeYuan: null },
});

describe('filing', () => {
  it("sends the case's fields and the step's input, and only the grounds that no catalogue gives", () => {
    const body = filingBody(one, { handlers: ['a-h2', 'a-h1'], documentNo: '立1号', procedure: 'summary' });
    expect(body).toMatchObject({
      title: '一案',
      handlers: ['a-h2', 'a-h1'],
      documentNo: '立1号',
      procedure: 'summary',
    });
    expect(body['majorBecause']).toEqual(['severalLegalRelations', 'majorRights']);
    expect(Object.keys(body)).not.toEqual(expect.arrayContaining(['publication']));
    expect(Object.keys(body).filter((key) => ['evidence', 'story', 'agency', 'id'].includes(key))).toEqual([]);
  });
});

describe('the body of a step', () => {
  const draft = (version: number) =>
    storyCase({ story: [storyStep(1, march(2), 'saveDraft', 'x', { input: { version } })] }).story[0];

  it('is its input; a draft also carries the words of its version', () => {
    const step = draft(2);
    expect(step && stepBody(one, step)).toEqual({
      version: 2,
      draft: {
        measures: ['fine'],
        amountYuan: 8,
        confiscatedYuan: 0,
        text: '少罚',
        changes: '从轻',
        facts: '事实',
        statutoryBasis: [],
        discretion: { tier: '一般', rangeYuan: null },
      },
    });
  });

  it('is the version alone where the case has no words for it', () => {
    const step = draft(3);
    expect(step && stepBody(one, step)).toEqual({ version: 3 });
  });
});

describe('records', () => {
  it('carry what the format names, without what is null', () => {
    expect(addRecordBody({ ...evidence('E1', march(2)), remark: 'x' })).toEqual(evidence('E1', march(2)));
    const { documentNo: _none, servedAt: _at, answer: _answer, ...body } = notice(march(3));
    expect(recordNoticeBody(notice(march(3)))).toEqual(body);
  });

  it('never say that a hearing lapsed', () => {
    const answer = { kind: 'statement', at: march(4), text: '申辩', review: null, hearing: 'lapsed' };
    expect(recordAnswerBody(notice(march(3), answer))).toEqual({ kind: 'statement', text: '申辩' });
    expect(recordAnswerBody(notice(march(3), { ...answer, hearing: 'requested' }))).toMatchObject({
      hearing: 'requested',
    });
  });
});

describe('who handles a case', () => {
  it('changes when a handler is reassigned, and not when a reviewer is', () => {
    expect(handlersAfter(['h1', 'h2'], 'reassign', { from: 'h2', to: 'h3' })).toEqual(['h1', 'h3']);
    expect(handlersAfter(['h1', 'h2'], 'reassign', { from: 'r1', to: 'r2' })).toEqual(['h1', 'h2']);
    expect(handlersAfter(['h1', 'h2'], 'delegate', { from: 'h1', to: 'h3' })).toEqual(['h1', 'h2']);
  });

  it('decides who enters evidence', () => {
    expect(whoEnters(['h9', 'h2'], ['h1', 'h2'])).toBe('h2');
    expect(whoEnters(['h9'], ['h1', 'h2'])).toBe('h1');
  });
});
