import { hash, verify } from '@node-rs/argon2';
import { randomInt } from 'node:crypto';

// Without letters and digits that look alike, since people copy them by hand.
const alphabet = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Argon2id with the library's parameters (19 MiB, two passes): what OWASP asks for as a minimum. */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

/** Whether the password is the one that was hashed; a hash that cannot be read is no match. */
export async function isPassword(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password).catch(() => false);
}

/** A random password of 16 characters (93 bits). */
export function randomPassword(): string {
  return Array.from({ length: 16 }, () => alphabet[randomInt(alphabet.length)]).join('');
}
