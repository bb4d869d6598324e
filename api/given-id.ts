import { sha256Of } from '../prisma/canonical.ts';

/** The id of what this person begins under this key, in the form of a UUID: beginning it again under the key is the same. */
export function idGivenBy(what: string, actor: string, key: string): string {
  const hex = sha256Of([what, actor, key]);
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
