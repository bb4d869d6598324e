import { apply } from '../domain/apply.ts';
import type { CaseEvent, Decided } from '../domain/command.ts';
import type { Refusal } from '../domain/refusal.ts';
import { emptyState, type CaseState } from '../domain/state.ts';
import { addFiling, filedWords, lockCase, saveReadModel, type FilingWords } from '../prisma/case-file.ts';
import { bringsSearchWords, saveSearchWords } from '../prisma/case-search.ts';
import { inAgency, type Database, type Transaction } from '../prisma/client.ts';
import { saveDueMoments } from '../prisma/deadlines.ts';
import { addEvent, eventsAfter } from '../prisma/events.ts';
import { answerCommand, commandWords } from '../prisma/intake.ts';
import { appendLeaf } from '../prisma/ledger.ts';
import { enqueue } from '../prisma/outbox.ts';
import type { Recorded, RecordRequest } from '../workflows/messages.ts';
import { ApplicationFailure } from '@temporalio/activity';
import { databaseRefusal, isLasting } from './database-errors.ts';
import { armedClocks } from './armed-clocks.ts';
import { consequences } from './consequences.ts';
import { canonical, sha256Of } from '../prisma/canonical.ts';
import { draftHash, draftOf, reviewedHash, type WordedEvent } from './reviewed-hash.ts';
import { wordedHistory } from './worded-history.ts';

/**
 * The commit point of a command: one transaction writes event, read model, due moments, ledger leaf and outbox, or
 * nothing. Answers recorded, already (the same command was written before), refused (a check that only the database can
 * make) or behind (events that the workflow has not seen).
 */
export async function record(database: Database, request: RecordRequest): Promise<Recorded> {
  try {
    return await inAgency(database, request.agency, (transaction) => recordIn(transaction, request));
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

async function recordIn(transaction: Transaction, request: RecordRequest): Promise<Recorded> {
  const { caseId, agency, lastSeq, decided } = request;
  const stored = await lockCase(transaction, caseId);
  const state = stored ?? emptyState;
  if (state.seq > lastSeq) {
    const events = await eventsAfter(transaction, caseId, lastSeq);
    const event = events.find((candidate) => candidate.commandId === decided.commandId);
    return event ? { kind: 'already', event, events } : { kind: 'behind', events };
  }
  if (state.seq < lastSeq)
    throw new Error(`case ${caseId}: the workflow has seen ${lastSeq}, the database ${state.seq}`);
  const words = decided.actor === 'system' ? {} : await commandWords(transaction, decided.commandId);
  const filed = stored ? await filedWords(transaction, caseId) : (words as FilingWords);
  const event = await completed(transaction, request, state, words, filed);
  await write(transaction, agency, state, event, words, filed);
  return { kind: 'recorded', event };
}

/** Adds what only the database knows: the number, the reckoned clocks, the hashes. */
async function completed(
  transaction: Transaction,
  { caseId, agency, decided }: RecordRequest,
  state: CaseState,
  words: Record<string, unknown>,
  filed: FilingWords,
): Promise<CaseEvent> {
  const seq = state.seq + 1;
  const armed = await armedClocks(transaction, { caseId, agency, seq }, state, decided);
  const worded: WordedEvent = { type: decided.type, actor: decided.actor, input: decided.input, words };
  const contentHash = decided.type === 'saveDraft' ? draftHash(draftOf(worded)) : null;
  const changes = changesWhatIsReviewed(decided);
  const reviewed = changes ? await hashNow(transaction, caseId, filed, worded) : state.reviewedHash;
  return { ...decided, caseId, seq, armed, contentHash, reviewedHash: reviewed };
}

function changesWhatIsReviewed({ type, input }: Decided): boolean {
  return (
    ['saveDraft', 'recordNotice', 'recordAnswer', 'recordHearing'].includes(type) || input.record?.isEvidence === true
  );
}

async function hashNow(
  transaction: Transaction,
  caseId: string,
  filed: FilingWords,
  latest: WordedEvent,
): Promise<string | null> {
  return reviewedHash(filed.party, [...(await wordedHistory(transaction, caseId)), latest]);
}

async function write(
  transaction: Transaction,
  agency: string,
  before: CaseState,
  event: CaseEvent,
  words: Record<string, unknown>,
  filed: FilingWords,
): Promise<void> {
  const state = apply(before, event);
  const at = new Date(event.at);
  if (event.type === 'register' && state.filing) await addFiling(transaction, state.filing, filed, at);
  await addEvent(transaction, agency, { event, words });
  for (const consequence of consequences[event.type] ?? []) {
    const refusal = await consequence({ transaction, agency, before, state, event, words, filed });
    if (refusal) throw new RefusedByDatabase(refusal);
  }
  await saveReadModel(transaction, state, filed);
  if (bringsSearchWords(event.type)) await saveSearchWords(transaction, { caseId: event.caseId, agency }, filed);
  await saveDueMoments(transaction, agency, before, state);
  const ref = `${event.caseId}:${event.seq}`;
  const payload = canonical({ kind: 'event', ref, type: event.type, at: event.at, hash: sha256Of({ event, words }) });
  await appendLeaf(transaction, agency, { kind: 'event', caseId: event.caseId, ref, payload, at });
  await enqueue(transaction, agency, event);
  await answerCommand(transaction, event);
}
