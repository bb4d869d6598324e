/** A copy in which every string, as a value or as a key, is what `replace` makes of it. */
export function deepReplace<T>(value: T, replace: (text: string) => string): T {
  return copy(value, replace) as T;
}

function copy(value: unknown, replace: (text: string) => string): unknown {
  if (typeof value === 'string') return replace(value);
  if (Array.isArray(value)) return value.map((item) => copy(item, replace));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [replace(key), copy(inner, replace)]));
}
