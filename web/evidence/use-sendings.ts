import { useEffect, useReducer, useRef } from 'react';
import type { EvidenceFile } from '../../api/schemas/evidence-files.ts';
import { send, type Sending } from './sending.ts';

/** A file on its way, or one that was not taken. */
export interface OnItsWay {
  key: number;
  file: File;
  sent: number;
  state: 'sending' | 'waiting' | 'checking' | 'refused';
  error: Error | null;
}

/** The files on their way to a case; whatever arrives is handed on and leaves the list. */
export function useSendings(caseId: string | null, arrived: (file: EvidenceFile) => void) {
  const list = useRef(new Map<number, OnItsWay>());
  const sendings = useRef(new Map<number, Sending>());
  const hand = useRef(arrived);
  const [, show] = useReducer((shown: number) => shown + 1, 0);
  const next = useRef(0);

  useEffect(() => {
    hand.current = arrived;
  });
  // Whoever leaves the page takes nothing back: what was sent is gone on with when the same file is chosen again.
  useEffect(() => {
    const running = sendings.current;
    return () => running.clear();
  }, []);

  function note(key: number, what: Partial<OnItsWay>): void {
    const before = list.current.get(key);
    if (!before) return;
    list.current.set(key, { ...before, ...what });
    show();
  }

  function begin(key: number, file: File): void {
    list.current.set(key, { key, file, sent: 0, state: 'sending', error: null });
    show();
    const sending = send(file, caseId, {
      sent: (sent) => note(key, { sent, state: 'sending' }),
      waiting: () => note(key, { state: 'waiting' }),
      checking: () => note(key, { sent: file.size, state: 'checking' }),
      refused: (error) => note(key, { state: 'refused', error }),
      arrived: (one) => {
        if (!list.current.delete(key)) return;
        show();
        hand.current(one);
      },
    });
    sendings.current.set(key, sending);
  }

  function forget(key: number): void {
    list.current.delete(key);
    sendings.current.delete(key);
    show();
  }

  return {
    onTheirWay: [...list.current.values()],
    add: (files: File[]) => files.forEach((file) => begin((next.current += 1), file)),
    again: ({ key, file }: OnItsWay) => begin(key, file),
    dismiss: ({ key }: OnItsWay) => forget(key),
    stop: ({ key }: OnItsWay) => {
      sendings.current.get(key)?.stop();
      forget(key);
    },
  };
}
