import { sha256Of } from '../canonical.ts';
import type { Plan } from './plan.ts';

/**
 * SHA-256 of what an administrator sees of a plan and decides on: each record with what differs, or all that a new one
 * says; what would break; which terms give way to which; the calendar that deadlines are reckoned by. How many cases it
 * concerns is not part of it, since that changes with every case filed while somebody reads.
 */
export function basisOf({ batches, breaks, effects = [], calendarVersion }: Plan): string {
  const changes = batches.flatMap((batch) => batch.changes);
  const decided = {
    changes: changes.map(({ kind, id, agency, what, fields, after }) => {
      return { kind, id, agency, what, ...(what === 'added' ? { after } : { fields }) };
    }),
    breaks: breaks.map(({ code, kind, id }) => ({ code, kind, id })),
    effects: effects.map(({ agency, effectiveFrom, limit, before, after }) => {
      return { agency, effectiveFrom, limit, before, after };
    }),
    calendarVersion,
  };
  return sha256Of(JSON.parse(JSON.stringify(decided)));
}
