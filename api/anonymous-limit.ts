import type { RequestHandler } from 'express';
import type { Config } from '../config.ts';
import { addressOf } from './address-of.ts';
import { limited } from './limited.ts';

/** More than an office full of readers behind one address asks; the longest question takes some twenty milliseconds of the one thread that serves all. */
const perMinute = 600;

/**
 * Stops one address that asks too much of what anybody may ask without signing in, so that a flood leaves the desks their
 * time. Each handler counts for itself. A rehearsal asks as fast as it can, and is never stopped.
 */
export function anonymousLimit({ profile }: Pick<Config, 'profile'>): RequestHandler {
  return limited('requests.tooMany', {
    windowMs: 60_000,
    limit: perMinute,
    skip: () => profile === 'rehearsal',
    keyGenerator: addressOf,
  });
}
