import type { Config } from '../config.ts';
import { dayOf, type Day } from '../domain/calendar.ts';

/**
 * The day by which somebody has left and is signed in no more: the real one, as everything of sessions is. Null in profile
 * rehearsal, where each request says what day it is, and only its acts are judged by that.
 */
export function todayOf({ profile }: Pick<Config, 'profile'>): Day | null {
  return profile === 'rehearsal' ? null : dayOf(Date.now());
}
