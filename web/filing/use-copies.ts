import { useCallback, useEffect, useState } from 'react';
import type { CopiesAnswer } from '../../api/schemas/working-copies.ts';
import { get, newKey, remove, Unreachable } from '../http.ts';
import { usePerson } from '../session.tsx';
import { forgetHere, heldAs, keepHere, leftHere } from './keep-here.ts';
import { reconcileCopies, type Copy } from './reconcile-copies.ts';

/**
 * The copies that this person has for a place, on the server and in this browser. Read when the form is opened and when it
 * is asked for, never in between: from then on the form is ahead of them.
 */
export function useCopies(place: string) {
  const { id: person } = usePerson();
  const [found, setFound] = useState<{ copies?: Copy[]; error?: Error }>({});
  const read = useCallback(async () => {
    try {
      setFound({ copies: await readCopies(person, place) });
    } catch (error) {
      setFound({ error: error as Error });
    }
  }, [person, place]);
  useEffect(() => void read(), [read]);
  /** Deletes one, here and on the server, and reads what is left. */
  async function drop({ id, base }: Copy): Promise<void> {
    forgetHere(heldAs(person, place, id));
    const path = `/api/v1/working-copies/${id}?revision=${base}`;
    // What another window wrote to meanwhile stays, and is shown anew.
    if (base > 0) await remove(path).catch(() => {});
    await read();
  }
  return { ...found, read, drop };
}

async function readCopies(person: string, place: string): Promise<Copy[]> {
  const { items } = await get<CopiesAnswer>(`/api/v1/working-copies?place=${place}`).catch((error: unknown) => {
    if (error instanceof Unreachable) return { items: [] };
    throw error;
  });
  const left = leftHere(person, place);
  const copies = reconcileCopies(items, left, newKey);
  // From here on each stands under its own name: what was left is held as the copy it has become.
  for (const { key } of left) forgetHere(key);
  for (const { unsaved, id, base, content } of copies)
    if (unsaved) keepHere(heldAs(person, place, id), { id, base, content });
  return copies;
}

/** A copy that nothing was typed into yet. */
export function freshCopy(content: Copy['content'] = {}): Copy {
  return { id: newKey(), base: 0, content, savedAt: null, unsaved: false };
}
