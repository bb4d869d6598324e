import type { Saying } from '../../filing/checks.ts';
import { givenIn, rowsIn, type Typed } from '../../filing/typed.ts';

/** What is wrong with fields, by their names. */
export type Wrong = Record<string, Saying>;

const empty: Saying = { zh: '不能为空；请填写', en: 'Must not be empty; fill it in' };
const notNumber: Saying = { zh: '应为不小于 0 的数字；请更正', en: 'Must be a number, not below 0; correct it' };
const idForm: Saying = {
  zh: '只能用字母、数字、-、_，至多 64 个；请更正',
  en: 'Letters, digits, - and _ only, at most 64; correct it',
};
const taken: Saying = {
  zh: '这个编号已有记录；请换一个，或者打开那条记录改动',
  en: 'There is a record with this id; choose another, or open that one',
};

/** Fields that must hold something. */
export function needed(typed: Typed, names: readonly string[]): Wrong {
  return Object.fromEntries(names.filter((name) => givenIn(typed, name) === null).map((name) => [name, empty]));
}

/** Fields that hold a number, or nothing. */
export function numbers(typed: Typed, names: readonly string[]): Wrong {
  const wrong = names.filter((name) => !/^(\d+(\.\d{1,2})?)?$/.test(typed[name]?.trim() ?? ''));
  return Object.fromEntries(wrong.map((name) => [name, notNumber]));
}

/** Rows that hold anything need a number in each of their columns. */
export function rowNumbers(typed: Typed, list: string, columns: readonly string[]): Wrong {
  const rows = rowsIn(typed, list).flatMap((row, at) => (Object.values(row).some((value) => value.trim()) ? [at] : []));
  const names = rows.flatMap((at) => columns.map((column) => `${list}.${at}.${column}`));
  return { ...needed(typed, names), ...numbers(typed, names) };
}

/** The id of a new record: of the form that ids have, and nobody's yet. */
export function freshId(typed: Typed, known: readonly string[]): Wrong {
  const id = typed['id'] ?? '';
  if (!/^[\w-]{1,64}$/.test(id)) return { id: idForm };
  return known.includes(id) ? { id: taken } : {};
}

/** The next id in the agency's manner that is free: 'xltyj-F08'. */
export function freeId(agency: string, letter: string, known: readonly string[]): string {
  const start = `${agency}-${letter}`;
  const numbersOf = known.flatMap((id) => (id.startsWith(start) ? [Number(id.slice(start.length))] : []));
  const next = Math.max(0, ...numbersOf.filter(Number.isInteger)) + 1;
  return start + String(next).padStart(2, '0');
}

/** A number typed; null where nothing is. */
export function numberIn(typed: Typed, name: string): number | null {
  const given = givenIn(typed, name);
  return given === null ? null : Number(given);
}
