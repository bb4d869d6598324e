import type { CopiesAnswer } from '../../api/schemas/working-copies.ts';
import type { Typed } from './typed.ts';

/** A working copy as a window goes on with it. */
export interface Copy {
  id: string;
  /** The revision on the server that it is based on; 0 where the server has none. */
  base: number;
  content: Typed;
  /** When the server kept it last; null where it never did. */
  savedAt: string | null;
  /** Whether this browser holds words of it that the server does not have. */
  unsaved: boolean;
}

/** What a window left in the browser because the server had not acknowledged it. */
export interface LeftCopy {
  key: string;
  id: string;
  base: number;
  content: Typed;
}

/**
 * Every copy there is for one place. What was left here on top of what the server has goes on as the same copy; where the
 * server's has moved on meanwhile both stay, the one left here under a new id.
 */
export function reconcileCopies(kept: CopiesAnswer['items'], left: LeftCopy[], newId: () => string): Copy[] {
  const copies: Copy[] = kept.map(({ id, revision, content, savedAt }) => ({ id, base: revision, content, savedAt, unsaved: false })); // prettier-ignore
  for (const one of left) {
    if (copies.some(({ content }) => sameWords(content, one.content))) continue;
    const at = copies.findIndex(({ id, base, unsaved }) => id === one.id && base === one.base && !unsaved);
    if (at >= 0) copies[at] = { ...copies[at]!, content: one.content, unsaved: true };
    else copies.push({ id: newId(), base: 0, content: one.content, savedAt: null, unsaved: true });
  }
  return copies;
}

function sameWords(one: Typed, other: Typed): boolean {
  const words = (typed: Typed) => JSON.stringify(Object.entries(typed).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return words(one) === words(other);
}
