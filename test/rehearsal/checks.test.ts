import { describe, expect, it } from '@jest/globals';
import { checkNothingForbidden, checkPublished } from '../../rehearsal/check-publication.ts';
import { checkStep } from '../../rehearsal/check-step.ts';
import type { Expectation } from '../../rehearsal/story-shape.ts';
import { asked, type Check } from '../../rehearsal/tally.ts';
import { storyCase } from './stories.ts';

const expectation: Expectation = {
  stage: 'intake',
  round: 1,
  content: 2,
  pass: null,
  holder: ['q1', 'q2'],
  due: '2026-03-09',
};
const view = { stage: 'intake', round: 1, content: 2, pass: null, holder: ['q2', 'q1'], due: '2026-03-09' };
const wrong = (checks: Check[]) =>
  checks.filter((check) => check.wrong).map((check) => `${check.name}: ${check.wrong}`);

describe('a step', () => {
  it('is compared key by key, holders as a set', () => {
    const checks = checkStep(expectation, view);
    expect(wrong(checks)).toEqual([]);
    expect(checks.map((check) => check.name)).toEqual(['stage', 'round', 'content', 'pass', 'holder', 'due']);
  });

  it('says what was expected and what came', () => {
    expect(wrong(checkStep(expectation, { ...view, stage: 'firstReview', holder: [], due: null }))).toEqual([
      'stage: expected "intake", came "firstReview"',
      'holder: expected ["q1","q2"], came []',
      'due: expected "2026-03-09", came null',
    ]);
  });

  it('that expects nobody and no due day finds neither', () => {
    const nobody = { stage: 'suspended', round: 1, content: 2, pass: null };
    expect(wrong(checkStep(nobody, { ...view, stage: 'suspended', holder: null, due: null }))).toEqual([]);
    expect(wrong(checkStep(nobody, { ...view, stage: 'suspended' }))).toHaveLength(2);
  });

  it('compares obligations and their days only where they are given', () => {
    const fulfilment = {
      ...expectation,
      obligations: { serve: 'done', execute: 'none' },
      obligationsDue: { serve: '2026-03-20' },
    };
    const came = {
      ...view,
      obligations: { serve: 'done', file: 'none' },
      obligationsDue: { serve: '2026-03-20', publish: '2026-03-21' },
    };
    expect(wrong(checkStep(fulfilment, came))).toEqual([]);
    expect(wrong(checkStep(fulfilment, { ...came, obligations: { serve: 'open' } }))).toHaveLength(1);
  });

  it('skips by its name what the system does not answer yet', () => {
    const more = { ...expectation, withdrawPublicationDue: '2026-10-10' };
    expect(checkStep(more, view).at(-1)?.skipped).toBe('withdrawPublicationDue: not in the answer of the system yet');
    expect(wrong(checkStep(more, { ...view, withdrawPublicationDue: '2026-10-09' }))).toHaveLength(1);
  });

  it('leaves under --only what was asked for and that it was played', () => {
    const checks: Check[] = [...checkStep(expectation, view), { aspect: 'played', name: 'accepted', wrong: null }];
    expect(asked(checks, 'dates').map((check) => check.name)).toEqual(['due', 'accepted']);
    expect(asked(checks, null)).toHaveLength(7);
  });
});

describe('what is public', () => {
  const one = storyCase({
    publicFacts: '陶某某',
    mustNotAppearInPublic: ['陶书晗'],
    publishedFields: { CF_WSH: '兴罚〔2026〕1号', CF_SY: '@publicFacts', BZ: null, neverShown: ['CF_XDR_ZJHM'] },
  });
  const item = {
    documentNo: '兴罚〔2026〕1号',
    fields: { CF_WSH: '兴罚〔2026〕1号', CF_SY: '陶某某' },
    facts: '陶某某',
  };
  const answers = (more: Record<string, unknown>, page = '<p>兴罚〔2026〕1号</p>') => ({
    json: { status: 200, body: { items: [{ ...item, ...more }] } },
    html: { status: 200, body: page },
  });

  it('is compared field by field', () => {
    expect(wrong(checkPublished(one, '兴罚〔2026〕1号', answers({})))).toEqual([]);
    const fields = { ...item.fields, CF_SY: '陶', CF_XDR_ZJHM: null, XX: 1 };
    expect(wrong(checkPublished(one, '兴罚〔2026〕1号', answers({ fields })))).toEqual([
      'CF_SY: expected "陶某某", came "陶"',
      'no further fields: expected [], came ["XX"]',
      'never shown: CF_XDR_ZJHM: expected false, came true',
    ]);
  });

  it('must have the decision, in the list and on its page', () => {
    const nothing = { json: { status: 200, body: { items: [] } }, html: { status: 404, body: 'no' } };
    const missing = wrong(checkPublished(one, '兴罚〔2026〕1号', nothing));
    expect(missing).toContain('the number on the public page: expected it, came an answer 404 without it');
    expect(missing).toContain('the decision in the public list: expected it, came an answer 200 without it');
  });

  it('has nothing forbidden, however it is written on the page', () => {
    expect(wrong(checkNothingForbidden(one, answers({ note: { deep: ['x陶书晗y'] } })))).toHaveLength(1);
    expect(wrong(checkNothingForbidden(one, answers({}, '陶<b>书</b>晗')))).toHaveLength(1);
    expect(wrong(checkNothingForbidden(one, answers({}, '&#38518;书&#x6657;')))).toHaveLength(1);
    expect(wrong(checkNothingForbidden(one, { ...answers({}), json: { status: 500, body: '' } }))).toHaveLength(1);
  });
});
