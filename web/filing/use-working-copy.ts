import { useEffect, useMemo, useRef, useState } from 'react';
import { newKey, put, remove } from '../http.ts';
import { saveBeforeLeaving } from '../leaving.ts';
import { usePerson } from '../session.tsx';
import { forgetHere, heldAs, keepHere } from './keep-here.ts';
import { createKeeper, type Keeper, type Raced, type Saving } from './keeper.ts';
import type { Copy } from './reconcile-copies.ts';
import type { Typed } from './typed.ts';

const path = '/api/v1/working-copies';

export interface WorkingCopy {
  typed: Typed;
  /** What is typed at this moment, also between two drawings of the form. */
  now(): Typed;
  set(change: (typed: Typed) => Typed): void;
  saving: Saving;
  raced: Raced | null;
  save: Keeper['save'];
  finish: Keeper['finish'];
}

/** What is typed in a form, kept as it is typed. */
export function useWorkingCopy(begun: Copy, place: string): WorkingCopy {
  const { id: person } = usePerson();
  const [typed, setTyped] = useState(begun.content);
  const [saving, tell] = useState<Saving>(begun.unsaved ? { kind: 'saving' } : { kind: 'saved', at: begun.savedAt });
  const [raced, setRaced] = useState<Raced | null>(null);
  const latest = useRef(begun.content);
  const keeper = useMemo(() => {
    const key = heldAs(person, place, begun.id);
    return createKeeper({
      begun,
      hold: (words) => (words ? keepHere(key, words) : forgetHere(key)),
      keep: (id, sent) => put(`${path}/${id}`, { place, ...sent }),
      drop: (id, revision) => remove(`${path}/${id}?revision=${revision}`),
      tell,
      raced: setRaced,
      newId: newKey,
    });
  }, [begun, person, place]);
  useEffect(() => {
    const save = () => void keeper.save();
    const stop = saveBeforeLeaving(keeper.save);
    window.addEventListener('online', save);
    save();
    return () => {
      stop();
      window.removeEventListener('online', save);
      keeper.end();
    };
  }, [keeper]);
  return {
    typed,
    now: () => latest.current,
    set(change) {
      latest.current = change(latest.current);
      setTyped(latest.current);
      keeper.change(latest.current);
    },
    saving,
    raced,
    save: keeper.save,
    finish: keeper.finish,
  };
}
