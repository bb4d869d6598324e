import { describe, expect, test } from '@jest/globals';
import { draftHash, draftOf, reviewedHash, type WordedEvent } from '../../activities/reviewed-hash.ts';

const party = { name: '示例公司', idNumber: '91110000MB0A11T10F' };
const proposed = { measures: ['fine' as const], amountFen: 1_000_00, confiscatedFen: 0 };
const draft = {
  text: '决定罚款',
  facts: '未培训上岗',
  statutoryBasis: [{ statute: '安全生产法', article: '第九十七条', note: '第三项' }],
  discretion: { tier: '一般', reasons: '初次' },
};

/** A case whose every part that is reviewed is there, in order. */
const history: WordedEvent[] = [
  { type: 'register', actor: 'li', input: { given: [] }, words: {} },
  said('addRecord', { record: { id: 'E1', isEvidence: true } }, { name: '询问笔录', description: '甲' }),
  said('addRecord', { record: { id: 'R1', isEvidence: false } }, { name: '工作记录' }),
  said('saveDraft', { draft: { ...proposed } }, { draft }),
  said('recordNotice', { documentNo: '示告〔2026〕1号', hearingRight: true, proposed }, { kind: '行政处罚告知书' }),
  said('recordAnswer', { answer: { kind: 'statement' } }, { text: '请求从轻', review: '不予采纳' }),
  said('recordHearing', {}, { recorder: '王某', public: true, attended: ['李某'], report: '维持原意见' }),
];

function said(type: string, input: object, words: Record<string, unknown>): WordedEvent {
  return { type, actor: 'li', input: { given: [], ...input } as WordedEvent['input'], words };
}

/** The history with one event said otherwise. */
function otherwise(type: string, change: { input?: object; words?: object; actor?: string }): WordedEvent[] {
  const at = history.findIndex((event) => event.type === type);
  const { input, words, ...rest } = change;
  return history.map((event, n) =>
    n === at ? { ...event, ...rest, input: { ...event.input, ...input }, words: { ...event.words, ...words } } : event,
  );
}

const withDraft = (change: object) => otherwise('saveDraft', { words: { draft: { ...draft, ...change } } });
const withAmounts = (change: object) => otherwise('saveDraft', { input: { draft: { ...proposed, ...change } } });

describe('what a reviewer sees is reviewed: the hash is another one with', () => {
  test.each<[string, WordedEvent[]]>([
    ['another word of the draft', withDraft({ text: '决定不予处罚' })],
    ['another fact', withDraft({ facts: '未取得资格上岗' })],
    ['another article', withDraft({ statutoryBasis: [{ ...draft.statutoryBasis[0], article: '第九十八条' }] })],
    ['another note to an article', withDraft({ statutoryBasis: [{ ...draft.statutoryBasis[0], note: null }] })],
    ['another tier of discretion', withDraft({ discretion: { ...draft.discretion, tier: '较轻' } })],
    ['other reasons for the discretion', withDraft({ discretion: { ...draft.discretion, reasons: '再次' } })],
    ['another measure', withAmounts({ measures: ['warning'] })],
    ['another fine', withAmounts({ amountFen: 1_000_01 })],
    ['another confiscation', withAmounts({ confiscatedFen: 1 })],
    ['another description of evidence', otherwise('addRecord', { words: { description: '乙' } })],
    ['another file of evidence', otherwise('addRecord', { words: { files: [{ sha256: '0'.repeat(64) }] } })],
    ['evidence under another id', otherwise('addRecord', { input: { record: { id: 'E2', isEvidence: true } } })],
    ['evidence that is none any more', otherwise('addRecord', { input: { record: { id: 'E1', isEvidence: false } } })],
    ['another number of a notice', otherwise('recordNotice', { input: { documentNo: '示告〔2026〕2号' } })],
    ['another kind of notice', otherwise('recordNotice', { words: { kind: '听证告知书' } })],
    ['a notice of another penalty', otherwise('recordNotice', { input: { proposed: { ...proposed, amountFen: 1 } } })],
    ['a notice without the right to a hearing', otherwise('recordNotice', { input: { hearingRight: false } })],
    ['another statement', otherwise('recordAnswer', { words: { text: '请求免除' } })],
    ['another answer to the statement', otherwise('recordAnswer', { words: { review: '予以采纳' } })],
    ['a waiver instead of a statement', otherwise('recordAnswer', { input: { answer: { kind: 'waived' } } })],
    ['another report of the hearing', otherwise('recordHearing', { words: { report: '建议减轻' } })],
    ['another chair of the hearing', otherwise('recordHearing', { actor: 'zhou' })],
    ['another recorder of the hearing', otherwise('recordHearing', { words: { recorder: '赵某' } })],
    ['a hearing that was not public', otherwise('recordHearing', { words: { public: false } })],
    ['others at the hearing', otherwise('recordHearing', { words: { attended: [] } })],
    ['one event less', history.slice(0, -1)],
  ])('%s', (_what, events) => {
    expect(reviewedHash(party, history)).toMatch(/^[0-9a-f]{64}$/);
    expect(reviewedHash(party, events)).not.toBe(reviewedHash(party, history));
  });

  test('another party, by any of what was filed of it', () => {
    expect(reviewedHash({ ...party, idNumber: '91110000MB0A22T20F' }, history)).not.toBe(reviewedHash(party, history));
  });
});

describe('what is no content is not reviewed', () => {
  test('a record of an act, in other words or none at all', () => {
    const others = history.map((event) => (event.input.record?.id === 'R1' ? { ...event, words: {} } : event));
    expect(reviewedHash(party, others)).toBe(reviewedHash(party, history));
    const without = history.filter((event) => event.input.record?.id !== 'R1');
    expect(reviewedHash(party, without)).toBe(reviewedHash(party, history));
  });

  test('a draft that another one has taken the place of', () => {
    const later = [...withDraft({ text: '旧稿' }), history[3]!];
    expect(reviewedHash(party, later)).toBe(reviewedHash(party, history));
  });

  test('nothing, before there is a draft', () => {
    expect(reviewedHash(party, history.slice(0, 3))).toBeNull();
  });
});

test('a version of the content is named by a hash of every word of it and nothing else', () => {
  const one = draftHash(draftOf(history[3]!));
  for (const [changed] of [
    [withDraft({ facts: '别的' })],
    [withDraft({ discretion: null })],
    [withAmounts({ amountFen: 0 })],
  ]) {
    // prettier-ignore
    expect(draftHash(draftOf(changed![3]!))).not.toBe(one);
  }
  expect(draftHash(draftOf({ ...history[3]!, actor: 'zhou' }))).toBe(one);
});
