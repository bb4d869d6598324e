const prefix = 'sanxiang.kept.';

/** Where something typed by a person is kept in this browser. */
export const keptPlace = (person: string, name: string) => `${prefix}${person}.${name}`;

/** Null where nothing readable is kept. */
export function readKept<Value>(place: string): Value | null {
  try {
    return JSON.parse(localStorage.getItem(place) ?? 'null') as Value | null;
  } catch {
    return null;
  }
}

/** A browser that keeps nothing (no room, or told so) must not keep anybody from typing. */
export function writeKept(place: string, value: unknown): void {
  try {
    localStorage.setItem(place, JSON.stringify(value));
  } catch {
    // What is typed stays on the page.
  }
}

/** Whoever signs out leaves nothing behind for the next person at this machine. */
export function forgetKept(): void {
  const kept = Object.keys(localStorage).filter((place) => place.startsWith(prefix));
  for (const place of kept) localStorage.removeItem(place);
}
