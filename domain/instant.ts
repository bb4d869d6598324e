import { startOfDay, type Millis } from './calendar.ts';

/** A day or a moment that somebody wrote in ISO 8601; a day counts from its first moment in Shanghai. */
export interface Instant {
  at: Millis;
  dayOnly: boolean;
}

const form =
  /^(\d{4}-\d\d-\d\d)(?:T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d{1,9})?)?(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?)?$/;

/**
 * Reads '2026-02-13', '2026-02-13T09:00', '2026-02-13T09:00:00+08:00'; a time without its offset is Shanghai's. Null for
 * anything else, and for days that do not exist.
 */
export function instantOf(text: string): Instant | null {
  // A plus sign that nobody escaped in an address arrives as a space.
  const match = form.exec(text.replace(/ (?=\d\d:?\d\d$)/, '+'));
  if (!match) return null;
  const [, day = '', hours, minutes, seconds = '0', offset = '+08:00'] = match;
  try {
    const midnight = startOfDay(day);
    if (hours === undefined) return { at: midnight, dayOnly: true };
    const clock = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
    return { at: midnight + clock * 1000 + (8 * 60 - minutesOf(offset)) * 60_000, dayOnly: false };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function minutesOf(offset: string): number {
  if (offset === 'Z') return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
  return offset.startsWith('-') ? -minutes : minutes;
}
