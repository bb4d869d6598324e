import { describe, expect, test } from '@jest/globals';
import { filing } from '../../api/schemas/filing.ts';
import { inputRuleOf } from '../../api/schemas/inputs.ts';

type Body = Record<string, unknown>;

/** At which fields a body is refused, and in words of both languages. */
function refusedAt(schema: typeof filing | NonNullable<ReturnType<typeof inputRuleOf>>['schema'], body: Body) {
  const { error } = schema.safeParse(body);
  for (const issue of error?.issues ?? [])
    if (issue.code === 'custom') expect(issue.params).toEqual({ zh: expect.any(String), en: expect.any(String) });
  return (error?.issues ?? []).map(({ path }) => path.join('.'));
}

const basis = [{ statute: '安全生产法', article: '第九十七条' }];
const filed = {
  title: '某公司未培训案', category: 'penalty', field: '安全生产', section: 'A', cause: '未培训', facts: '事实', statutoryBasis: basis, handlers: ['h1', 'h2'],
  party: { name: '某公司', type: '法人及非法人组织' }, documentNo: '兴应急立〔2026〕1号', discretion: { rangeYuan: [10_000, 30_000] },
}; // prettier-ignore
const draft = {
  measures: ['fine'],
  amountYuan: 18_000,
  text: '罚款一万八千元。',
  facts: '事实',
  statutoryBasis: basis,
};
const [factsClear, evidence] = [
  { item: 3, key: 'factsClear', result: 'conforms', basis: '行政处罚法第四十条' },
  { item: 4, key: 'evidenceSufficient', result: 'doesNotConform', basis: '行政处罚法第四十六条' },
];

describe('a filing', () => {
  const permit = { category: 'permit', publication: { kind: 'permit' } };
  test.each<[string, Body, string[]]>([
    ['as it should be', {}, []],
    ['a blank name of the party', { party: { ...filed.party, name: ' ' } }, ['party.name']],
    ['a blank cause', { cause: ' ' }, ['cause']],
    ['blank facts', { facts: '\n' }, ['facts']],
    ['a blank number of the approval', { documentNo: '  ' }, ['documentNo']],
    ['a basis without its article', { statutoryBasis: [{ ...basis[0], article: ' ' }] }, ['statutoryBasis.0.article']],
    ['a basis without its statute', { statutoryBasis: [{ ...basis[0], statute: '' }] }, ['statutoryBasis.0.statute']],
    ['a material without a name', { requiredMaterials: [' '] }, ['requiredMaterials.0']],
    ['a range that ends below its beginning', { discretion: { rangeYuan: [3, 1] } }, ['discretion.rangeYuan']],
    ['a range with one end', { discretion: { rangeYuan: [null, 1] } }, []],
    ['a limit of its own without the law', { overallOverride: { value: 180, unit: 'd' } }, ['overallOverride.basis']],
    ['a limit of its own', { overallOverride: { value: 180, unit: 'd', basis: '某条例第一条' } }, []],
    ['a penalty published as a permit', { publication: { kind: 'permit' } }, ['publication.kind']],
    ['a coercion published as a penalty', { category: 'coercion', publication: { kind: 'penalty' } }, ['publication.kind']],
    ['a permit', permit, []],
    ['a permit that ends before it begins', { ...permit, publication: { kind: 'permit', validFrom: '2026-05-02', validTo: '2026-05-01' } }, ['publication.validTo']],
    ['a permit of one day', { ...permit, publication: { kind: 'permit', validFrom: '2026-05-02', validTo: '2026-05-02' } }, []],
  ])('%s', (_, change, at) => expect(refusedAt(filing, { ...filed, ...change })).toEqual(at)); // prettier-ignore
});

describe.each<[string, (proposal: Body) => Body]>([
  ['saveDraft', (proposal) => ({ draft: { ...draft, amountYuan: undefined, ...proposal } })],
  ['recordNotice', (proposal) => ({ kind: '告知书', proposed: proposal })],
  ['issueDecision', (proposal) => ({ decision: proposal })],
])('measures and amounts of %s', (action, bodyOf) => {
  const [of] = Object.keys(bodyOf({})).slice(-1);
  test.each<[string, Body, string | null]>([
    ['a fine', { measures: ['fine'], amountYuan: 0.01 }, null],
    ['a fine without an amount', { measures: ['fine'] }, 'amountYuan'],
    ['a fine of nothing', { measures: ['fine', 'warning'], amountYuan: 0 }, 'amountYuan'],
    ['an amount with a warning', { measures: ['warning'], amountYuan: 500 }, 'amountYuan'],
    ['an amount with no measure', { measures: [], amountYuan: 500 }, 'amountYuan'],
    ['a warning', { measures: ['warning'], amountYuan: 0, confiscatedYuan: 0 }, null],
    ['a compensation', { measures: ['compensationDecision'], amountYuan: 1_286_400 }, null],
    ['a compensation in kind', { measures: ['compensationDecision'] }, null],
    ['an amount confiscated by a fine', { measures: ['fine'], amountYuan: 1, confiscatedYuan: 5 }, 'confiscatedYuan'],
    ['goods confiscated', { measures: ['confiscation'] }, null],
    ['a measure named twice', { measures: ['warning', 'warning'] }, 'measures'],
    ['no measure', { measures: [] }, null],
  ])('%s', (_, proposal, at) =>
    expect(refusedAt(inputRuleOf(action)!.schema, bodyOf(proposal))).toEqual(at ? [`${of}.${at}`] : []),
  );
});

describe('what an act says', () => {
  const said = { ...draft, statutoryBasis: basis };
  test.each<[string, string, Body, string[]]>([
    ['a draft', 'saveDraft', { draft: said }, []],
    ['a draft without words', 'saveDraft', { draft: { ...said, text: ' ' } }, ['draft.text']],
    ['a draft without facts', 'saveDraft', { draft: { ...said, facts: '' } }, ['draft.facts']],
    ['a draft on no law', 'saveDraft', { draft: { ...said, statutoryBasis: [] } }, ['draft.statutoryBasis']],
    ['a notice of no kind', 'recordNotice', { kind: ' ' }, ['kind']],
    ['a record of no kind', 'addRecord', { id: 'E1', kind: ' ', name: '笔录' }, ['kind']],
    ['a statement', 'recordAnswer', { kind: 'statement', text: '请求从轻。' }, []],
    ['a statement without words', 'recordAnswer', { kind: 'statement', text: ' ' }, ['text']],
    ['a waiver without words', 'recordAnswer', { kind: 'waived' }, []],
    ['two review items', 'giveOpinion', { items: [factsClear, evidence] }, []],
    ['a review item under the number of another', 'giveOpinion', { items: [{ ...factsClear, item: 4 }] }, ['items.0.item']],
    ['a review item answered both ways', 'giveOpinion', { items: [factsClear, { ...factsClear, result: 'doesNotConform' }] }, ['items.1.key']],
    ['a decision without the seal', 'issueDecision', { documentNo: '兴应急罚〔2026〕1号', seal: false }, ['seal']],
    ['a decision with the seal', 'issueDecision', { documentNo: '兴应急罚〔2026〕1号', seal: true }, []],
    ['a member called twice', 'conveneMeeting', { members: ['l1', 'l1'] }, ['members']],
    ['a member absent twice', 'recordMeeting', { absent: [{ person: 'l1' }, { person: 'l1', reason: '出差' }] }, ['absent']],
    ['a member recused twice', 'recordMeeting', { recused: [{ person: 'l1' }, { person: 'l1' }] }, ['recused']],
  ])('%s', (_, action, body, at) => expect(refusedAt(inputRuleOf(action)!.schema, body)).toEqual(at)); // prettier-ignore
});
