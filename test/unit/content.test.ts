import { describe, expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import type { Draft, ReviewedMatter } from '../../domain/content.ts';
import { draftContent, reviewedContent } from '../../domain/content.ts';
import { cases } from '../support/demo-data.ts';

const canonical = (matter: ReviewedMatter) =>
  (canonicalize as unknown as (value: unknown) => string)(reviewedContent(matter));
const canonicalDraft = (draft: Draft) => (canonicalize as unknown as (value: unknown) => string)(draftContent(draft));

const word = fc.constantFrom('罚款', 'Café', '张三', '𠮷', 'e\u0301', 'A\u030a', '事实清楚', '①', '가');
const text = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join('，'));
const fen = fc.integer({ min: 0, max: 10_000_000_000 });
const digest = fc
  .array(fc.constantFrom(...'0123456789abcdef'.split('')), { minLength: 64, maxLength: 64 })
  .map((d) => d.join(''));
const proposal = fc.record({
  measures: fc.uniqueArray(fc.constantFrom('fine', 'warning', 'confiscation', 'closure'), { minLength: 1 }),
  amountFen: fen,
  confiscatedFen: fen,
});
const draft: fc.Arbitrary<Draft> = fc
  .tuple(
    proposal,
    fc.record({
      text,
      facts: text,
      tier: text,
      basis: fc.array(fc.record({ statute: text, article: text, note: text }), { maxLength: 3 }),
    }),
  )
  .map(([amounts, words]) => ({ ...amounts, ...words }));
const matter: fc.Arbitrary<ReviewedMatter> = fc.record({
  partyDigest: digest,
  draft,
  evidence: fc.uniqueArray(fc.record({ id: fc.integer({ min: 1, max: 30 }).map((n) => `E${n}`), sha256: digest }), {
    selector: ({ id }) => id,
    maxLength: 5,
  }),
  notices: fc.array(
    fc.record({ documentNo: fc.option(text), kind: text, proposed: proposal, hearingRight: fc.boolean() }),
    { maxLength: 3 },
  ),
  answers: fc.array(
    fc.record({
      noticeNo: fc.option(text),
      kind: fc.constantFrom('statement', 'waived', 'none'),
      text,
      review: fc.option(text),
    }),
    { maxLength: 3 },
  ),
  hearings: fc.array(
    fc.record({
      chair: text,
      recorder: text,
      public: fc.boolean(),
      attended: fc.array(text, { maxLength: 3 }),
      report: text,
    }),
    { maxLength: 2 },
  ),
});

type Path = (string | number)[];

/** Every place in a value that holds a text, a number or a boolean. */
function leaves(value: unknown, path: Path = []): Path[] {
  if (value === null || typeof value !== 'object') return [path];
  return Object.entries(value).flatMap(([key, inner]) =>
    leaves(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], value);
}

function changed<T>(value: T, path: Path, change: (leaf: unknown) => unknown): T {
  const [key, ...rest] = path;
  if (key === undefined) return change(value) as T;
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string | number, unknown>;
  copy[key] = changed(copy[key], rest, change);
  return copy as T;
}

function different(leaf: unknown): unknown {
  if (typeof leaf === 'number') return leaf + 1;
  if (typeof leaf === 'boolean') return !leaf;
  if (typeof leaf === 'string' && /^[0-9a-f]{64}$/.test(leaf))
    return leaf.startsWith('0') ? `1${leaf.slice(1)}` : `0${leaf.slice(1)}`;
  return `${typeof leaf === 'string' ? leaf : ''}另`;
}

function everyText<T>(value: T, change: (text: string) => string): T {
  return leaves(value).reduce(
    (v, path) => changed(v, path, (leaf) => (typeof leaf === 'string' ? change(leaf) : leaf)),
    value,
  );
}

function reversedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversedKeys);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reversedKeys(inner)]),
  );
}

describe('what was reviewed', () => {
  it('changes with every word, amount, digest and mark in it', () => {
    fc.assert(
      fc.property(matter, fc.nat(), (reviewed, pick) => {
        const paths = leaves(reviewed).filter(([field, n, name]) => {
          const answer = field === 'answers' ? reviewed.answers[Number(n)] : undefined;
          return !answer || answer.kind === 'statement' || name === 'kind';
        });
        const path = paths[pick % paths.length] ?? [];
        if (path.at(-1) === 'kind' && path[0] === 'answers') {
          const was = reviewed.answers[Number(path[1])]?.kind;
          const now = changed(reviewed, path, () => (was === 'statement' ? 'waived' : 'statement'));
          expect(canonical(now)).not.toBe(canonical(reviewed));
        } else {
          expect(canonical(changed(reviewed, path, different))).not.toBe(canonical(reviewed));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is the same in whatever order keys, evidence and measures were written', () => {
    fc.assert(
      fc.property(matter, (reviewed) => {
        const shuffled = reversedKeys({
          ...reviewed,
          evidence: reviewed.evidence.toReversed(),
          draft: { ...reviewed.draft, measures: reviewed.draft.measures.toReversed() },
        }) as ReviewedMatter;
        expect(canonical(shuffled)).toBe(canonical(reviewed));
      }),
    );
  });

  it('is the same whether its letters came joined (NFC) or apart (NFD)', () => {
    fc.assert(
      fc.property(matter, (reviewed) => {
        const apart = everyText(reviewed, (words) => words.normalize('NFD'));
        expect(canonical(apart)).toBe(canonical(everyText(reviewed, (words) => words.normalize('NFC'))));
      }),
    );
  });

  it('is not changed by a waiver or a lapse', () => {
    fc.assert(
      fc.property(matter, fc.constantFrom<'waived' | 'none'>('waived', 'none'), text, (reviewed, kind, words) => {
        const later = { ...reviewed, answers: [...reviewed.answers, { noticeNo: null, kind, text: words }] };
        expect(canonical(later)).toBe(canonical(reviewed));
      }),
    );
  });

  it('is changed by new evidence, a statement or a hearing', () => {
    fc.assert(
      fc.property(matter, digest, text, (reviewed, sha256, words) => {
        const before = canonical(reviewed);
        const hearing = { chair: words, recorder: words, public: true, attended: [], report: words };
        const later: ReviewedMatter[] = [
          { ...reviewed, evidence: [...reviewed.evidence, { id: 'E99', sha256 }] },
          { ...reviewed, answers: [...reviewed.answers, { noticeNo: null, kind: 'statement', text: words }] },
          { ...reviewed, hearings: [...reviewed.hearings, hearing] },
        ];
        for (const matterNow of later) expect(canonical(matterNow)).not.toBe(before);
      }),
    );
  });

  it.each([0.5, Number.NaN, -1, 2 ** 53])('holds no amount of %p fen', (amountFen) => {
    const [sample] = fc.sample(matter, 1);
    if (!sample) throw new Error('no sample');
    expect(() => reviewedContent({ ...sample, draft: { ...sample.draft, amountFen } })).toThrow(RangeError);
    expect(() => draftContent({ ...sample.draft, confiscatedFen: amountFen })).toThrow(RangeError);
  });

  it('names each piece of evidence once, by a whole digest', () => {
    const [sample] = fc.sample(matter, 1);
    if (!sample) throw new Error('no sample');
    const sha256 = 'a'.repeat(64);
    const twice = [1, 2].map(() => ({ id: 'E1', sha256 }));
    expect(() => reviewedContent({ ...sample, evidence: twice })).toThrow(RangeError);
    expect(() => reviewedContent({ ...sample, evidence: [{ id: 'E1', sha256: 'A1' }] })).toThrow(RangeError);
    expect(() => reviewedContent({ ...sample, partyDigest: '' })).toThrow(RangeError);
  });
});

describe('a draft', () => {
  it('changes with every word and amount in it', () => {
    fc.assert(
      fc.property(draft, fc.nat(), (version, pick) => {
        const paths = leaves(version);
        const path = paths[pick % paths.length] ?? [];
        expect(canonicalDraft(changed(version, path, different))).not.toBe(canonicalDraft(version));
        expect(at(version, path)).not.toEqual(at(changed(version, path, different), path));
      }),
    );
  });

  it('differs between the versions of every demo case', () => {
    for (const one of cases) {
      const drafts = one.proposedDecisions.map((p) =>
        canonicalDraft({
          measures: p.measures,
          amountFen: p.amountYuan * 100,
          confiscatedFen: p.confiscatedYuan * 100,
          text: p.text,
          facts: one.facts,
          tier: one.discretion.tier,
          basis: one.statutoryBasis,
        }),
      );
      expect(new Set(drafts).size).toBe(new Set(one.proposedDecisions.map((p) => p.text)).size);
    }
  });
});
