import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import { numberProblems, type Saying } from './checks.ts';
import type { Typed } from './typed.ts';
import type { WorkingCopy } from './use-working-copy.ts';

interface Form {
  typed: Typed;
  set(change: (typed: Typed) => Typed): void;
  /** Types into one field; what was said about it no longer counts. */
  change(name: string, value: string): void;
  problems: Record<string, Saying>;
}

const Current = createContext<Form | null>(null);

/** The form that a field belongs to. */
export function useForm(): Form {
  const form = use(Current);
  if (!form) throw new Error('a field outside a form');
  return form;
}

/** What was said about fields by the API, and what was typed then: each forgets it when it says something else. */
export function useProblems() {
  const [{ problems, when }, say] = useState<{ problems: Record<string, Saying>; when: Typed | null }>({ problems: {}, when: null }); // prettier-ignore
  const setProblems = (said: Record<string, Saying>, typed: Typed | null = null) =>
    say({ problems: said, when: typed });
  const forget = (name: string) =>
    say((before) => (name in before.problems ? { ...before, problems: without(before.problems, name) } : before));
  const left = (typed: Typed) =>
    Object.fromEntries(Object.entries(problems).filter(([name]) => when === null || (when[name] ?? '') === (typed[name] ?? ''))); // prettier-ignore
  return { problems, setProblems, forget, left };
}

function without(problems: Record<string, Saying>, name: string): Record<string, Saying> {
  return Object.fromEntries(Object.entries(problems).filter(([field]) => field !== name));
}

/** Fields inside share what is typed and what is wrong with it. */
export function FormFields({ copy, said, children }: { copy: Pick<WorkingCopy, 'typed' | 'set'>; said: ReturnType<typeof useProblems>; children: ReactNode }) {
  const { typed, set } = copy;
  const numbers = useMemo(() => numberProblems(typed), [typed]);
  const form: Form = {
    typed,
    set,
    change(name, value) {
      said.forget(name);
      set((before) => ({ ...before, [name]: value }));
    },
    problems: { ...numbers, ...said.left(typed) },
  };
  return <Current value={form}>{children}</Current>;
} // prettier-ignore

/** The id of the control for a field; '.' is kept, since links and labels take it. */
export function fieldId(name: string): string {
  return `field-${name}`;
}

/** Leads the keyboard to a field; to the first that has something wrong where none is named. */
export function focusField(name?: string): void {
  const wanted = name ? document.getElementById(fieldId(name)) : document.querySelector<HTMLElement>('.filing [aria-invalid=true]'); // prettier-ignore
  wanted?.scrollIntoView({ block: 'center' });
  wanted?.focus({ preventScroll: true });
}
