import { describe, expect, it } from '@jest/globals';
import { copyAgency } from '../../rehearsal/agency-copy.ts';
import { beforeAttempt } from '../../rehearsal/illegal-timeline.ts';
import { seriesBefore } from '../../rehearsal/number-series.ts';
import { applyOverrides } from '../../rehearsal/overrides.ts';
import { illegalShape, type IllegalEntry } from '../../rehearsal/story-shape.ts';
import { evidence, march, notice, organisation, storyCase, storyStep } from './stories.ts';

function entry(given: Record<string, unknown> = {}, attemptAt = march(6)): IllegalEntry {
  const attempt = { at: attemptAt, actor: 'a-f1', action: 'passFirstReview', input: { opinion: '交a-h1' } };
  return illegalShape.parse({
    id: 'I07',
    given: { case: 'C01', afterStep: 2, ...given },
    attempt,
    refusedBecause: 'x.y',
  });
}

const one = storyCase({
  evidence: [evidence('E1', march(3), ['a-h2', 'a-h1']), evidence('E2', march(7))],
  rights: { notices: [notice(march(3)), notice(march(8))], hearing: null },
  story: [
    storyStep(1, march(2), 'register', 'investigating', { input: { handlers: ['a-h1', 'a-h2'] } }),
    storyStep(2, march(4), 'saveDraft', 'investigating', { input: { version: 1 } }),
    storyStep(3, march(5), 'approveOpinion', 'issuing', { input: { opinionNo: '兴法审〔2026〕3号' } }),
    storyStep(4, march(9), 'issueDecision', 'fulfilment', { input: { documentNo: '兴罚〔2026〕2号' } }),
    storyStep(5, march(10), 'issueDecision', 'fulfilment', { input: { documentNo: '兴罚〔2026〕3号' } }),
  ],
});

describe('overrides', () => {
  it('replace whole keys of the case, its rights and a person', () => {
    const given = {
      caseOverride: { facts: '别的', proposedDecisions: [{ version: 1 }] },
      rightsOverride: { notices: [] },
      peopleOverride: { 'a-h1': { roles: ['archivist'] } },
    };
    const { one: changed, organisation: changedOrganisation } = applyOverrides(
      { one, organisation },
      entry(given).given,
    );
    expect(changed.facts).toBe('别的');
    expect(changed.rights).toEqual({ notices: [], hearing: null });
    expect(changedOrganisation.people[0]).toMatchObject({ id: 'a-h1', agency: 'a', roles: ['archivist'] });
    expect(one.facts).toBe('事实');
  });

  it("replace persons in the case, its story and the agency's lists, never the persons themselves", () => {
    const given = { replacePersons: { 'a-h2': 'a-f1', 'a-r1': 'a-h2', 'a-q1': 'a-h2' } };
    const { one: changed, organisation: changedOrganisation } = applyOverrides(
      { one, organisation },
      entry(given).given,
    );
    expect(changed.handlers).toEqual(['a-h1', 'a-f1']);
    expect(changed.story[0]?.input).toEqual({ handlers: ['a-h1', 'a-f1'] });
    expect(changed.evidence[0]?.by).toEqual(['a-f1', 'a-h1']);
    expect(changedOrganisation.agencies[0]).toMatchObject({ legalReviewers: ['a-h2'], legalHead: 'a-q1' });
    expect(changedOrganisation.people).toEqual(organisation.people);
  });
});

describe('the copy of an agency', () => {
  it("carries the entry's id in front of every id, and leaves the texts", () => {
    const copy = copyAgency({ one, organisation }, entry());
    expect(copy.one).toMatchObject({
      id: 'I07-C01',
      agency: 'I07-a',
      section: 'I07-a-A',
      handlers: ['I07-a-h1', 'I07-a-h2'],
    });
    expect(copy.organisation.agencies.map((agency) => agency.id)).toEqual(['I07-a', 'I07-o']);
    expect(copy.organisation.agencies[0]).toMatchObject({ overseenBy: 'I07-o', legalHead: 'a-q1' });
    expect(copy.organisation.people.map((person) => person.id)).not.toContain('I07-b-h1');
    expect(copy.entry.attempt).toMatchObject({ actor: 'I07-a-f1', input: { opinion: '交a-h1' } });
    expect(copy.entry.id).toBe('I07');
    expect(copy.withCopiedIds({ agency: 'a', 'a-h1': ['b'] })).toEqual({ agency: 'I07-a', 'I07-a-h1': ['b'] });
  });
});

describe('before an attempt', () => {
  const kinds = (given: Record<string, unknown>, at?: string) =>
    beforeAttempt(one, entry(given, at)).map((item) => (item.kind === 'step' ? item.step.action : item.kind));

  it('evidence and rights are played up to its moment, steps only up to the one named', () => {
    expect(kinds({})).toEqual(['register', 'evidence', 'notice', 'saveDraft']);
    expect(kinds({}, march(8))).toEqual(['register', 'evidence', 'notice', 'saveDraft', 'evidence', 'notice']);
  });

  it('then come the acts that only this entry has', () => {
    const thenDo = [{ at: march(5), actor: 'a-h1', action: 'comment', input: {} }];
    expect(kinds({ thenDo })).toEqual(['register', 'evidence', 'notice', 'saveDraft', 'act']);
  });

  it('nothing is played after step 0', () => {
    expect(kinds({ afterStep: 0 })).toEqual([]);
  });

  it('each series stands at the number before the first that the case uses', () => {
    expect(seriesBefore(one)).toEqual([
      { series: '兴法审', year: 2026, serial: 2 },
      { series: '兴罚', year: 2026, serial: 1 },
    ]);
  });
});
