import type { CopyAnswer } from '../../api/schemas/working-copies.ts';
import { Problem } from '../http.ts';
import type { Copy } from './reconcile-copies.ts';
import type { Typed } from './typed.ts';

/** How it stands with what is typed. */
export type Saving =
  | { kind: 'saved'; at: string | null }
  | { kind: 'saving' }
  | { kind: 'unreachable' }
  | { kind: 'signedOut' }
  | { kind: 'refused'; error: Error };

/** Another window was first: when it saved; null where it used the copy up. */
export interface Raced {
  savedAt: string | null;
}

export interface Keeping {
  begun: Copy;
  /** Holds in this browser what the server does not have; null once it has everything. */
  hold(copy: Pick<Copy, 'id' | 'base' | 'content'> | null): void;
  keep(id: string, sent: { base: number; content: Typed }): Promise<CopyAnswer>;
  drop(id: string, revision: number): Promise<void>;
  tell(saving: Saving): void;
  raced(raced: Raced): void;
  newId(): string;
}

export interface Keeper {
  change(content: Typed): void;
  /** Saves now; false where it could not. */
  save(): Promise<boolean>;
  /** What was typed is used up: takes the copy away, here and on the server. */
  finish(): Promise<void>;
  /** The form is left: what is unsaved is saved. */
  end(): void;
}

const pause = 1_000;
const again = 5_000;

/**
 * Keeps what is typed: at once in this browser, on the server when typing stops, and here until the server has it. Where
 * another window wrote to the same copy, this one goes on with a copy of its own, so that neither loses a word.
 */
export function createKeeper(keeping: Keeping): Keeper {
  const { tell } = keeping;
  let { id, base, content, unsaved, savedAt } = keeping.begun;
  let running: Promise<boolean> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let finished = false;

  return { change, save, finish, end };

  function change(next: Typed): void {
    content = next;
    unsaved = true;
    hold();
    tell({ kind: 'saving' });
    later(pause);
  }

  async function save(): Promise<boolean> {
    clearTimeout(timer);
    if (!unsaved || finished) return true;
    running ??= attempt().finally(() => (running = null));
    const saved = await running;
    return saved && unsaved ? save() : saved;
  }

  async function finish(): Promise<void> {
    clearTimeout(timer);
    finished = true;
    await running;
    keeping.hold(null);
    // What stays on the server when this fails is offered again; its act was sent under the key that is kept in it.
    if (base > 0) await keeping.drop(id, base).catch(() => {});
  }

  function end(): void {
    void save().then(() => clearTimeout(timer));
  }

  async function attempt(): Promise<boolean> {
    const sent = content;
    try {
      const kept = await keeping.keep(id, { base, content: sent });
      base = kept.revision;
      savedAt = kept.savedAt;
      if (content !== sent) return true;
      unsaved = false;
      keeping.hold(null);
      tell({ kind: 'saved', at: savedAt });
      return true;
    } catch (error) {
      return failed(error as Error);
    }
  }

  async function failed(error: Error): Promise<boolean> {
    if (error instanceof Problem && (error.code === 'workingCopy.changed' || error.code === 'workingCopy.gone')) {
      keeping.raced({ savedAt: (error.details['savedAt'] as string | undefined) ?? null });
      [id, base] = [keeping.newId(), 0];
      hold();
      return attempt();
    }
    if (error instanceof Problem && error.status < 500) {
      tell(error.status === 401 ? { kind: 'signedOut' } : { kind: 'refused', error });
      return false;
    }
    tell({ kind: 'unreachable' });
    if (!finished) later(again);
    return false;
  }

  function hold(): void {
    keeping.hold({ id, base, content });
  }

  function later(milliseconds: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), milliseconds);
  }
}
