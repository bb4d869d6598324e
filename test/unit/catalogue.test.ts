import { describe, expect, it } from '@jest/globals';
import type { CatalogueEntry, ProposedDecision } from '../../domain/catalogue.ts';
import { matchingEntries } from '../../domain/catalogue.ts';
import { hearingClaimable, isMajor } from '../../domain/major.ts';
import { partyKind } from '../../domain/party.ts';
import { requiredMaterials } from '../../domain/required-materials.ts';
import type { DemoCase, DemoProposal } from '../support/demo-data.ts';
import { cases, catalogue, organisation } from '../support/demo-data.ts';

const { entries } = catalogue;

function agencyOf(one: DemoCase) {
  const agency = organisation.agencies.find((a) => a.id === one.agency);
  if (!agency) throw new Error(one.agency);
  return agency;
}

function proposed(one: DemoCase, proposal: DemoProposal | undefined = one.proposedDecisions.at(-1)): ProposedDecision {
  return {
    agency: one.agency,
    category: one.category,
    field: one.field,
    level: agencyOf(one).level,
    measures: proposal?.measures ?? [],
    amountFen: (proposal?.amountYuan ?? 0) * 100,
    confiscatedFen: (proposal?.confiscatedYuan ?? 0) * 100,
    projectInvestmentFen: one.projectInvestmentYuan ? one.projectInvestmentYuan * 100 : null,
    partyKind: partyKind(one.party.type),
  };
}

function majorOf(one: DemoCase, proposal?: DemoProposal) {
  const decision = proposed(one, proposal);
  const threshold = agencyOf(one).hearingThreshold;
  const inYuan = threshold ?? { organisationYuan: 0, personYuan: 0 };
  return isMajor({
    matches: matchingEntries(entries, decision, one.filedOn),
    hearingHeld: one.rights.hearing !== null,
    hearingClaimable: hearingClaimable({
      ...decision,
      threshold: { organisationFen: inYuan.organisationYuan * 100, personFen: inYuan.personYuan * 100 },
    }),
    difficult: one.difficult,
    severalLegalRelations: one.majorBecause.includes('severalLegalRelations'),
    majorPublicInterest: one.majorBecause.includes('majorPublicInterest'),
    byLaw: false,
  });
}

// Filed with the case as facts of its own, not among the grounds of process.md.
const filedOnly = ['socialImpact', 'suspectedCrime', 'majorRights'];

describe.each(cases.map((one) => [one.id, one] as const))('case %s', (_id, one) => {
  it('is major exactly when the data says so, whichever version is asked', () => {
    for (const proposal of one.proposedDecisions) expect(majorOf(one, proposal).major).toBe(one.major);
  });

  it('is major for every ground that the data names', () => {
    const expected = one.majorBecause.filter((ground) => !filedOnly.includes(ground));
    expect(majorOf(one).because).toEqual(expect.arrayContaining(expected));
  });

  it('was submitted with every material that the catalogue adds', () => {
    const submitted = one.story.filter((step) => step.action === 'submit').at(-1);
    if (!submitted) return;
    const required = requiredMaterials(one.requiredMaterials, matchingEntries(entries, proposed(one), one.filedOn), {
      hearing: one.rights.hearing !== null,
      existing: [],
    });
    const materials: unknown = submitted.input['materials'];
    expect(materials).toEqual(expect.arrayContaining(required));
  });
});

const fine: ProposedDecision = {
  agency: 'xltyj',
  category: 'penalty',
  field: '安全生产',
  level: '县级',
  measures: ['fine'],
  amountFen: 5_000_000,
  confiscatedFen: 0,
  partyKind: 'organisation',
};
const ids = (found: CatalogueEntry[]) => found.map((entry) => `${entry.id}/${entry.version}`);

describe('the catalogue', () => {
  it('covers a fine from the threshold on, the threshold itself included', () => {
    expect(ids(matchingEntries(entries, fine, '2026-01-12'))).toEqual(['xltyj-K02/2']);
    expect(ids(matchingEntries(entries, { ...fine, amountFen: 4_999_999 }, '2026-01-12'))).toEqual([]);
  });

  it('asks less of a person', () => {
    expect(ids(matchingEntries(entries, { ...fine, amountFen: 500_000, partyKind: 'person' }, '2026-01-12'))).toEqual([
      'xltyj-K02/2',
    ]);
  });

  it('counts in the version in force on that day, its last day included', () => {
    const old = { ...fine, amountFen: 10_000_000 };
    expect(ids(matchingEntries(entries, old, '2025-12-31'))).toEqual(['xltyj-K02/1']);
    expect(ids(matchingEntries(entries, fine, '2025-12-31'))).toEqual([]);
    expect(ids(matchingEntries(entries, old, '2023-12-31'))).toEqual([]);
  });

  it('counts in its latest version when two overlap', () => {
    const overlapping = entries.map((entry) => ({ ...entry, effectiveTo: null }));
    expect(ids(matchingEntries(overlapping, { ...fine, amountFen: 10_000_000 }, '2026-01-12'))).toEqual([
      'xltyj-K02/2',
    ]);
  });

  it.each([
    { agency: 'czsw' },
    { category: 'permit' },
    { field: '粮食流通' },
    { level: '市级' },
    { measures: ['warning'] },
  ])('does not cover another case %j', (other) => {
    expect(ids(matchingEntries(entries, { ...fine, ...other }, '2026-01-12'))).toEqual([]);
  });

  it('covers every field where it says 综合', () => {
    const decision = { ...fine, agency: 'asys', level: '市级', category: 'other', field: '医疗', measures: ['other'] };
    expect(ids(matchingEntries(entries, decision, '2026-01-12'))).toEqual(['asys-K06/1']);
  });

  it.each(['revokePermit', 'restrictBusiness', 'practiceBan', 'closure', 'suspendPermit'])(
    'finds %s under its own word for it, whatever the amount',
    (measure) => {
      expect(ids(matchingEntries(entries, { ...fine, measures: [measure], amountFen: 0 }, '2026-01-12'))).toEqual([
        'xltyj-K01/1',
      ]);
    },
  );

  it.each(['seal', 'seize'])('finds %s in coercion', (measure) => {
    const decision = { ...fine, category: 'coercion', measures: [measure], amountFen: 0 };
    expect(ids(matchingEntries(entries, decision, '2026-01-12'))).toEqual(['xltyj-K05/1']);
  });

  it('measures a confiscation by what is confiscated, not by the fine', () => {
    const both = { ...fine, measures: ['confiscation', 'fine'], amountFen: 100, confiscatedFen: 5_000_000 };
    expect(ids(matchingEntries(entries, both, '2026-01-12'))).toEqual(['xltyj-K03/1']);
    expect(ids(matchingEntries(entries, { ...both, amountFen: 5_000_000, confiscatedFen: 100 }, '2026-01-12'))).toEqual(
      ['xltyj-K02/2'],
    );
  });

  it('measures a project by its investment, and keeps one whose investment nobody filed', () => {
    const permit = {
      ...fine,
      agency: 'xtfg',
      category: 'permit',
      field: '投资项目',
      measures: ['grant'],
      amountFen: 0,
    };
    const found = (yuan: number | null) =>
      ids(matchingEntries(entries, { ...permit, projectInvestmentFen: yuan && yuan * 100 }, '2026-09-07'));
    expect(found(100_000_000)).toEqual(['xtfg-K04/1']);
    expect(found(99_999_999)).toEqual([]);
    expect(found(null)).toEqual(['xtfg-K04/1']);
  });
});

describe('a hearing can be claimed', () => {
  const threshold = { organisationFen: 5_000_000, personFen: 500_000 };

  it('against a large fine or a large confiscation', () => {
    expect(hearingClaimable({ ...fine, threshold })).toBe(true);
    expect(hearingClaimable({ ...fine, threshold, amountFen: 4_999_999 })).toBe(false);
    expect(hearingClaimable({ ...fine, threshold, amountFen: 500_000, partyKind: 'person' })).toBe(true);
    expect(
      hearingClaimable({ ...fine, threshold, measures: ['confiscation'], amountFen: 0, confiscatedFen: 5_000_000 }),
    ).toBe(true);
    expect(hearingClaimable({ ...fine, threshold, measures: ['warning'] })).toBe(false);
  });

  it.each(['revokePermit', 'closure', 'practiceBan', 'restrictBusiness'])('against %s at any amount', (measure) => {
    expect(hearingClaimable({ ...fine, threshold, measures: [measure], amountFen: 0 })).toBe(true);
  });

  it('against a penalty only', () => {
    expect(hearingClaimable({ ...fine, threshold, category: 'permit', measures: ['revokePermit'] })).toBe(false);
  });
});

describe('a catalogue entry that applies when a hearing was held', () => {
  const refusal = {
    ...fine,
    agency: 'asys',
    level: '市级',
    category: 'permit',
    field: '人力资源',
    measures: ['refuse'],
  };
  const matches = matchingEntries(entries, refusal, '2026-03-09');
  const none = {
    hearingClaimable: false,
    difficult: false,
    severalLegalRelations: false,
    majorPublicInterest: false,
    byLaw: false,
  };

  it('is found at once and counts once it was', () => {
    expect(matches.map((entry) => entry.appliesWhen)).toEqual(['hearing']);
    expect(isMajor({ ...none, matches, hearingHeld: false })).toEqual({ major: false, because: [] });
    expect(isMajor({ ...none, matches, hearingHeld: true }).because).toEqual(['catalogue:asys-K02', 'hearingHeld']);
  });

  it('asks for its materials once it was', () => {
    expect(requiredMaterials([], matches, { hearing: false, existing: [] })).toEqual([]);
    expect(requiredMaterials([], matches, { hearing: true, existing: [] })).toContain('听证笔录');
  });
});

describe('materials with a condition', () => {
  const matches = matchingEntries(entries, fine, '2026-01-12');

  it('are asked for, without the condition, only if it came true', () => {
    expect(requiredMaterials(['证据材料'], matches, { hearing: false, existing: [] })).toEqual([
      '证据材料',
      '调查终结报告',
      '决定书代拟稿',
      '执法人员资格材料',
      '陈述申辩及复核意见',
      '裁量说明',
    ]);
    const all = requiredMaterials(['听证笔录'], matches, { hearing: true, existing: ['鉴定（检测）报告'] });
    expect(all.filter((name) => name === '听证笔录')).toHaveLength(1);
    expect(all).toContain('鉴定（检测）报告');
  });

  it('keep brackets that are part of their name', () => {
    expect(requiredMaterials(['鉴定（检测）报告'], [], { hearing: false, existing: [] })).toEqual(['鉴定（检测）报告']);
  });
});
