import { newKey } from '../http.ts';
import { keptKey } from '../leaving.ts';
import type { LeftCopy } from './reconcile-copies.ts';
import type { Typed } from './typed.ts';

const thisWindow = newKey();

/** Under which name this window holds its words of a copy; another window with the same copy has another. */
export function heldAs(person: string, place: string, id: string): string {
  return keptKey(person, place, `${id}.${thisWindow}`);
}

/** One window's entry in this browser: what the server has not acknowledged. */
export function keepHere(key: string, copy: { id: string; base: number; content: Typed }): void {
  try {
    localStorage.setItem(key, JSON.stringify(copy));
  } catch {
    // A browser without storage, or a full one: the words stay in the form, and the state says that they are not saved.
  }
}

export function forgetHere(key: string): void {
  localStorage.removeItem(key);
}

/** What windows of this person left behind for one place. */
export function leftHere(person: string, place: string): LeftCopy[] {
  const begins = keptKey(person, place, '');
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(begins)).toSorted(); // prettier-ignore
  return keys.flatMap((key) => {
    const copy = read(localStorage.getItem(key));
    return copy ? [{ ...copy, key }] : [];
  });
}

function read(text: string | null): Omit<LeftCopy, 'key'> | null {
  try {
    const { id, base, content } = JSON.parse(text ?? 'null') as Omit<LeftCopy, 'key'>;
    return typeof id === 'string' && typeof base === 'number' && typeof content === 'object'
      ? { id, base, content }
      : null;
  } catch {
    return null;
  }
}
