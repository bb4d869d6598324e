import { useCallback, useRef, useState } from 'react';
import { keptPlace, readKept, writeKept } from './kept-places.ts';
import { usePerson } from './session.tsx';

/**
 * Something typed, kept in this browser for this person until it is given or they sign out: it survives a refusal, a
 * reload and a lost connection. Answers what is typed, how to change it and how to forget it. Give whatever uses it a
 * `key` where `name` changes.
 */
export function useKept<Value>(name: string, initial: () => Value) {
  const place = keptPlace(usePerson().id, name);
  const [value, show] = useState<Value>(() => readKept<Value>(place) ?? initial());
  const latest = useRef(value);
  const change = useCallback(
    (next: (before: Value) => Value) => {
      latest.current = next(latest.current);
      writeKept(place, latest.current);
      show(latest.current);
    },
    [place],
  );
  const forget = useCallback(() => localStorage.removeItem(place), [place]);
  return [value, change, forget] as const;
}
