import { hash, verify } from '@node-rs/argon2';
import { createHmac, randomInt } from 'node:crypto';

// Without letters and digits that look alike, since people copy them by hand.
const alphabet = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Enough for passwords of stories that are thrown away: thousands of accounts are made for them. */
const leastEffort = { memoryCost: 8, timeCost: 1, parallelism: 1 };

/**
 * Argon2id with the library's parameters (19 MiB, two passes): what OWASP asks for as a minimum. In profile rehearsal with
 * the least effort there is.
 */
export function hashPassword(password: string, profile?: 'demo' | 'rehearsal' | 'production'): Promise<string> {
  return profile === 'rehearsal' ? hash(password, leastEffort) : hash(password);
}

/** Whether the password is the one that was hashed; a hash that cannot be read is no match. */
export async function isPassword(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password).catch(() => false);
}

/** A random password of 16 characters (93 bits). */
export function randomPassword(): string {
  return Array.from({ length: 16 }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** The password of a rehearsal's account: always the same for a user name under one secret, so that an answer can be repeated. */
export function rehearsalPassword(secret: string, username: string): string {
  const bytes = createHmac('sha256', secret).update(`account:${username}`).digest();
  return [...bytes.subarray(0, 16)].map((byte) => alphabet[byte % alphabet.length]).join('');
}
