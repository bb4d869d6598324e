import type { CaseEvent } from '../domain/command.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { CaseState } from '../domain/state.ts';
import type { FilingWords } from './case-file.ts';
import type { Transaction } from './client.ts';

/** One event being written: the state before it, its words and those of the filing. */
export interface Writing {
  transaction: Transaction;
  agency: string;
  before: CaseState;
  event: CaseEvent;
  words: Record<string, unknown>;
  filed: FilingWords;
}

/** Something an event entails in the database, or the refusal that only the database can give. */
export type Consequence = (writing: Writing) => Promise<Refusal | null>;
