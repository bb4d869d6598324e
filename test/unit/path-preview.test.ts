import { describe, expect, it } from '@jest/globals';
import type { CaseAnswer } from '../../api/schemas/case.ts';
import type { FilingChoices } from '../../api/schemas/filing-choices.ts';
import type { Stage } from '../../domain/process.ts';
import { materialsOf } from '../../web/filing/materials.ts';
import { pathPreview, usualMaterials, type Considered } from '../../web/filing/path-preview.ts';
import { cases, catalogue, organisation } from '../support/demo-data.ts';

const choicesOf = (agency: string, today: string) => {
  const { level, hearingThreshold } = organisation.agencies.find(({ id }) => id === agency)! as unknown as {
    level: string;
    hearingThreshold: { organisationYuan: number; personYuan: number };
  };
  const entries = catalogue.entries.filter((entry) => entry.agency === agency) as unknown as FilingChoices['entries'];
  return { today, agency: { id: agency, level, hearingThreshold }, entries } as FilingChoices;
};

const plain: Considered = {
  category: 'penalty',
  field: '安全生产',
  partyType: '法人及非法人组织',
  measures: [],
  amountFen: 0,
  confiscatedFen: 0,
  projectInvestmentFen: null,
  difficult: false,
  majorBecause: [],
  hearingHeld: false,
  hearingOffered: false,
  filedMaterials: [],
};

describe('the path that a form shows', () => {
  it('is major from the threshold on, with the entry of the catalogue and the hearing as grounds', () => {
    const choices = choicesOf('xltyj', '2026-03-02');
    const fined = (amountFen: number) => pathPreview({ ...plain, measures: ['fine'], amountFen }, choices);
    expect(fined(4_999_999)).toMatchObject({ major: false, because: [] });
    expect(fined(5_000_000).because).toEqual(['catalogue:xltyj-K02', 'hearingClaimable']);
    const person = { ...plain, partyType: '自然人' as const, measures: ['fine'], amountFen: 500_000 };
    expect(pathPreview(person, choices).major).toBe(true);
  });

  it('goes by the catalogue in force on the server’s day', () => {
    const fined = { ...plain, measures: ['fine'], amountFen: 6_000_000 };
    expect(pathPreview(fined, choicesOf('xltyj', '2025-12-31')).because).toEqual(['hearingClaimable']);
  });

  it('names the grounds that people know of', () => {
    const known = { ...plain, difficult: true, majorBecause: ['majorPublicInterest', 'suspectedCrime'] };
    const { because } = pathPreview(known, choicesOf('xltyj', '2026-03-02'));
    expect(because).toEqual(['difficult', 'majorPublicInterest', 'byLaw']);
  });

  it('asks for the materials of the matching entry, the hearing record only once it was held', () => {
    const closed = { ...plain, measures: ['closure'], filedMaterials: ['调查终结报告'] };
    const choices = choicesOf('xltyj', '2026-03-02');
    expect(pathPreview(closed, choices).materials).toContain('裁量说明');
    expect(pathPreview(closed, choices).materials).not.toContain('听证笔录');
    expect(pathPreview({ ...closed, hearingHeld: true }, choices).materials).toContain('听证笔录');
  });

  it('begins a filing with the materials that the agency’s catalogue always asks for', () => {
    const { entries } = choicesOf('xltyj', '2026-03-02');
    const filed = cases.find(({ id }) => id === 'C01') as unknown as { requiredMaterials: string[] };
    expect(usualMaterials(entries, 'penalty', '安全生产').toSorted()).toEqual(filed.requiredMaterials.toSorted());
  });
});

describe('the list of materials', () => {
  const one = (types: string[]) => ({ stage: 'investigating' as Stage, history: types.map((type) => ({ type })) }) as CaseAnswer; // prettier-ignore
  it('says of each whether it is there, missing with its field, or for people to know', () => {
    const names = ['决定书代拟稿', '证据材料', '调查终结报告', '听证笔录'];
    expect(materialsOf(names, { text: '处罚' }, one(['recordHearing']))).toEqual([
      { name: '决定书代拟稿', seen: 'there', at: 'text' },
      { name: '证据材料', seen: 'missing', at: 'evidence' },
      { name: '调查终结报告', seen: 'unknown', at: 'materials' },
      { name: '听证笔录', seen: 'there', at: 'record' },
    ]);
  });
});
