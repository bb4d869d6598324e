import type { CaseEvent } from '../domain/command.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import type { CaseState } from '../domain/state.ts';
import type { RecordingWords } from '../prisma/recording-words.ts';
import { reviewedHash } from './reviewed-hash.ts';
import { worded } from './worded-history.ts';

/**
 * Hashes the content anew from the words on record before a decision is made of it: the pass must be for exactly this
 * (行政处罚法 58), not for what the state remembers of it.
 */
export function contentStillReviewed(before: CaseState, event: CaseEvent, words: RecordingWords): Refusal | null {
  if (event.type !== 'issueDecision' || before.filing?.procedure === 'summary') return null;
  const onRecord = reviewedHash(words.filed.party, words.events.map(worded));
  return before.pass && onRecord === before.pass.hash ? null : refuse('gate.contentChanged');
}
