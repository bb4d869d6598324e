import { rowsIn, type Typed } from '../../filing/typed.ts';

/** A record as fields hold it: what lies deeper under 'collective.chair', rows under 'basis.0.statute', lists of words a line each. */
export function typedOf(record: object, prefix = ''): Typed {
  const parts = Object.entries(record).map(([name, value]: [string, unknown]): Typed => {
    const path = prefix + name;
    if (value === null || value === undefined) return {};
    if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) return { [path]: value.join('\n') };
    if (typeof value === 'object') return typedOf(value, `${path}.`);
    return { [path]: String(value as string | number | boolean) };
  });
  return Object.assign({}, ...parts) as Typed;
}

/**
 * What was typed over the record as it is now: a field, or a list of rows as a whole, that differs from what stood there when it
 * was begun (`base`) is as typed, every other as it is on record now, so that nobody's change is taken back unseen.
 */
export function typedOver(base: Typed, typed: Typed, now: Typed): Typed {
  const own = new Set(partsOf({ ...base, ...typed }).filter((part) => !same(base, typed, part)));
  const taken = (from: Typed, wanted: boolean) => Object.entries(from).filter(([name]) => own.has(partOf(name)) === wanted);
  return Object.fromEntries([...taken(now, false), ...taken(typed, true)]);
} // prettier-ignore

/** Whether anything is typed that is not on record. */
export function differs(typed: Typed, now: Typed): boolean {
  return partsOf({ ...typed, ...now }).some((part) => !same(typed, now, part));
}

/** The rows of a list that hold anything, with these columns. */
export function filledRows<Column extends string>(typed: Typed, list: string, columns: readonly Column[]) {
  const rows = rowsIn(typed, list).map((row) => columns.map((name) => [name, row[name]?.trim() ?? ''] as const));
  return rows.filter((row) => row.some(([, value]) => value !== '')).map((row) => Object.fromEntries(row)) as Record<Column, string>[]; // prettier-ignore
}

/** 'basis.0.statute' is part of basis; 'collective.chair' is a field of its own. */
function partOf(name: string): string {
  return /^(\w+)\.\d+\./.exec(name)?.[1] ?? name;
}

function partsOf(typed: Typed): string[] {
  return [...new Set(Object.keys(typed).map(partOf))];
}

function same(one: Typed, other: Typed, part: string): boolean {
  // A row that was added stays while it is still empty.
  const counts = ([name, value]: [string, string]) => partOf(name) === part && (value !== '' || part !== name);
  const held = (typed: Typed) => Object.entries(typed).filter(counts);
  const within = (typed: Typed) => held(typed).map(([name, value]) => `${name} ${value}`).toSorted((a, b) => (a < b ? -1 : 1)); // prettier-ignore
  return JSON.stringify(within(one)) === JSON.stringify(within(other));
}
