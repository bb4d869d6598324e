import type { CaseAnswer } from '../../api/schemas/case.ts';
import { givenIn, type Typed } from './typed.ts';

/** One material of the list, and what the system itself sees of it: there, missing with the field to fill in, or not known. */
export interface Material {
  name: string;
  seen: 'there' | 'missing' | 'unknown';
  /** The field or part of the page where it is made. */
  at: string;
}

type Seen = (typed: Typed, one: CaseAnswer) => boolean;
const happened = (...types: string[]): Seen => (_typed, { history }) => history.some(({ type }) => types.includes(type)); // prettier-ignore

/** Materials whose state can be seen in the form or on record; of every other only people know. */
const visible: Record<string, { at: string; seen: Seen }> = {
  决定书代拟稿: { at: 'text', seen: (typed) => givenIn(typed, 'text') !== null },
  裁量说明: { at: 'discretion.reasons', seen: (typed) => givenIn(typed, 'discretion.reasons') !== null },
  证据材料: { at: 'evidence', seen: happened('addRecord') },
  陈述申辩及复核意见: { at: 'record', seen: happened('recordAnswer') },
  听证笔录: { at: 'record', seen: happened('recordHearing') },
};

/** The materials asked for, with what can be seen of each. */
export function materialsOf(names: readonly string[], typed: Typed, one: CaseAnswer): Material[] {
  return names.map((name) => {
    const known = visible[name];
    if (!known) return { name, seen: 'unknown', at: 'materials' };
    return { name, seen: known.seen(typed, one) ? 'there' : 'missing', at: known.at };
  });
}
