import { createHash } from 'node:crypto';
import canonicalizeModule from 'canonicalize';

// The package's declarations describe an ES default export, but it is CommonJS and is itself the function.
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined;

/** RFC 8785 form of a JSON value: the same text for the same content, whatever the order of its keys. */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not a JSON value');
  return text;
}

/** SHA-256 of the canonical form, 64 hexadecimal digits. */
export function sha256Of(value: unknown): string {
  return createHash('sha256').update(canonical(value), 'utf8').digest('hex');
}
