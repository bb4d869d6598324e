import { diffArrays } from 'diff';

/** A run of text: in both versions, only in the earlier, or only in the later one. */
export interface Difference {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** Beyond so many changed parts, texts are told apart more coarsely: what people read stays, and the time is bounded. */
const mostChanges = 800;
const words = new Intl.Segmenter('zh', { granularity: 'word' });
const sentences = new Intl.Segmenter('zh', { granularity: 'sentence' });

/**
 * What changed between two texts, word by word; sentence by sentence where nearly everything did. The runs that are same
 * or removed make up the old text, those that are same or added the new one.
 */
export function compareTexts(before: string, after: string): Difference[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  return (
    compareParts(partsOf(words, before), partsOf(words, after)) ??
    compareParts(partsOf(sentences, before), partsOf(sentences, after)) ??
    joined([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ])
  );
}

/** What two lists have in common, and what only one of them has; in the order of each. */
export function compareLists<Item>(before: readonly Item[], after: readonly Item[]) {
  return {
    same: after.filter((item) => before.includes(item)),
    removed: before.filter((item) => !after.includes(item)),
    added: after.filter((item) => !before.includes(item)),
  };
}

function partsOf(segmenter: Intl.Segmenter, text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function compareParts(before: string[], after: string[]): Difference[] | null {
  const changes = diffArrays(before, after, { maxEditLength: mostChanges });
  if (!changes) return null;
  return joined(
    changes.map(({ value, added, removed }) => ({
      kind: added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const),
      text: value.join(''),
    })),
  );
}

/** Neighbours of one kind are one run, and none is empty. */
function joined(parts: Difference[]): Difference[] {
  const runs: Difference[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (part.text === '') continue;
    if (last?.kind === part.kind) last.text += part.text;
    else runs.push({ ...part });
  }
  return runs;
}
