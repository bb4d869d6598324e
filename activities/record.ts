import { ApplicationFailure } from '@temporalio/activity';
import { apply } from '../domain/apply.ts';
import type { CaseEvent, Decided } from '../domain/command.ts';
import type { Refusal } from '../domain/refusal.ts';
import { filedWords, type FilingWords } from '../prisma/case-file.ts';
import { bringsSearchWords, saveSearchWords } from '../prisma/case-search.ts';
import { inAgency, type Database, type Transaction } from '../prisma/client.ts';
import type { Writing } from '../prisma/consequence.ts';
import { eventWriting, type Written } from '../prisma/event-writing.ts';
import { commandWords } from '../prisma/intake.ts';
import type { Pool } from '../prisma/pool.ts';
import type { Recorded, RecordRequest } from '../workflows/messages.ts';
import { armedClocks } from './armed-clocks.ts';
import { consequences } from './consequences.ts';
import { databaseRefusal, isDuplicate, isLasting } from './database-errors.ts';
import type { Parameters } from './parameters.ts';
import { draftHash, draftOf, reviewedHash, type WordedEvent } from './reviewed-hash.ts';
import { wordedHistory } from './worded-history.ts';

export interface Recording {
  database: Database;
  pool: Pool;
  parameters: Parameters;
}

/**
 * The commit point of a command: one transaction writes event, read model, due moments, ledger leaf, outbox and what the
 * event entails, or nothing. Answers recorded, already (the same command was written before), refused (a check that only
 * the database can make) or behind (events that the workflow has not seen).
 */
export async function record(recording: Recording, request: RecordRequest): Promise<Recorded> {
  try {
    const recorded = await recordOnce(recording, request).catch((error: unknown) => {
      // Two deliveries of a filing at once have no row to wait for each other at: the second finds what the first wrote.
      if (!isDuplicate(error)) throw error;
      return recordOnce(recording, request);
    });
    if (recorded) return recorded;
    recording.parameters.forget();
    throw new Error('the calendar changed while deadlines were reckoned');
  } catch (error) {
    const refusal = error instanceof RefusedByDatabase ? error.refusal : databaseRefusal(error);
    if (refusal) return { kind: 'refused', refusal };
    throw isLasting(error) ? ApplicationFailure.nonRetryable('recording failed', 'record.failed') : error;
  }
}

/** Rolls the transaction back: a refused command leaves nothing but its refusal. */
class RefusedByDatabase extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** Most events are one round trip; those that bring words or entail more are a transaction around the same one. */
async function recordOnce({ database, pool, parameters }: Recording, request: RecordRequest): Promise<Recorded | null> {
  const { agency, caseId, decided, state: before } = request;
  const armed = await armedClocks(parameters, request, before.seq + 1);
  const event: CaseEvent = {
    ...decided,
    caseId,
    seq: before.seq + 1,
    armed,
    contentHash: null,
    reviewedHash: before.reviewedHash,
  };
  if (!needsWords(decided)) {
    const argument = eventWriting({ agency, before, after: apply(before, event), event });
    const { rows } = await pool.query<{ written: Written }>('SELECT write_event($1::jsonb) AS written', [argument]);
    return outcome(event, rows[0]!.written);
  }
  return inAgency(database, agency, async (transaction) => {
    const words = await commandWords(transaction, decided.commandId);
    const filed = before.filing ? await filedWords(transaction, caseId) : (words as FilingWords);
    const worded = await withHashes(transaction, event, words, filed);
    return writeWithConsequences(transaction, { agency, before, event: worded, words, filed });
  });
}

function needsWords({ type, input }: Decided): boolean {
  return consequences[type] !== undefined || bringsSearchWords(type) || changesWhatIsReviewed({ type, input });
}

function changesWhatIsReviewed({ type, input }: Pick<Decided, 'type' | 'input'>): boolean {
  return (
    ['saveDraft', 'recordNotice', 'recordAnswer', 'recordHearing'].includes(type) || input.record?.isEvidence === true
  );
}

/** Adds the hash of a new draft, and of all that is reviewed where the event changes it. */
async function withHashes(
  transaction: Transaction,
  event: CaseEvent,
  words: Record<string, unknown>,
  filed: FilingWords,
): Promise<CaseEvent> {
  if (!changesWhatIsReviewed(event)) return event;
  const worded: WordedEvent = { type: event.type, actor: event.actor, input: event.input, words };
  const contentHash = event.type === 'saveDraft' ? draftHash(draftOf(worded)) : null;
  // Only what came before: when the event is on record already, it is not to be counted twice.
  const past = (await wordedHistory(transaction, event.caseId)).slice(0, event.seq - 1);
  const events = [...past, worded];
  return { ...event, contentHash, reviewedHash: reviewedHash(filed.party, events) };
}

async function writeWithConsequences(
  transaction: Transaction,
  writing: Omit<Writing, 'transaction' | 'state'>,
): Promise<Recorded | null> {
  const { agency, before, event, filed } = writing;
  const after = apply(before, event);
  const argument = eventWriting({ agency, before, after, event });
  const rows = await transaction.$queryRaw<{ written: Written }[]>`SELECT write_event(${argument}::jsonb) AS written`;
  const recorded = outcome(event, rows[0]!.written);
  if (recorded?.kind !== 'recorded') return recorded;
  for (const consequence of consequences[event.type] ?? []) {
    const refusal = await consequence({ ...writing, transaction, state: after });
    if (refusal) throw new RefusedByDatabase(refusal);
  }
  if (bringsSearchWords(event.type)) await saveSearchWords(transaction, { caseId: event.caseId, agency }, filed);
  return recorded;
}

function outcome(event: CaseEvent, written: Written): Recorded | null {
  if (written.stale) return null;
  if (!written.behind) return { kind: 'recorded', event };
  const events = written.behind;
  const same = events.find((candidate) => candidate.commandId === event.commandId);
  return same ? { kind: 'already', event: same, events } : { kind: 'behind', events };
}
