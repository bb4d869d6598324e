import { refuse } from '../domain/refusal.ts';
import type { Consequence } from '../prisma/consequence.ts';
import { reviewedHash } from './reviewed-hash.ts';
import { wordedHistory } from './worded-history.ts';

/**
 * Hashes the content anew from the words on record before a decision is made of it: the pass must be for exactly this
 * (行政处罚法 58), not for what the state remembers of it.
 */
export const contentStillReviewed: Consequence = async ({ transaction, before, event, filed }) => {
  if (before.filing?.procedure === 'summary') return null;
  const onRecord = reviewedHash(filed.party, await wordedHistory(transaction, event.caseId));
  return before.pass && onRecord === before.pass.hash ? null : refuse('gate.contentChanged');
};
