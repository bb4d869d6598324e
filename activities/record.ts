import { apply } from '../domain/apply.ts';
import { dayOf } from '../domain/calendar.ts';
import type { CaseEvent, Decided } from '../domain/command.ts';
import { decide, type Decision } from '../domain/decide.ts';
import { formatDocumentNumber, parseDocumentNumber } from '../domain/document-number.ts';
import { organisationChanged } from '../domain/organisation-changed.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import type { CaseState } from '../domain/state.ts';
import { askedToReply, toldOf } from '../domain/told.ts';
import { bringsSearchWords } from '../prisma/case-search.ts';
import { inAgency, type Database } from '../prisma/client.ts';
import type { Consequence, Writing } from '../prisma/consequence.ts';
import { eventWriting, type Written } from '../prisma/event-writing.ts';
import { factsFrom } from '../prisma/facts-from.ts';
import { ladderPeople } from '../prisma/ladder-people.ts';
import { organisationNow } from '../prisma/organisation-facts.ts';
import type { Pool } from '../prisma/pool.ts';
import { recordingWords, type RecordingWords } from '../prisma/recording-words.ts';
import type { Recorded, RecordRequest } from '../workflows/messages.ts';
import { armedClocks } from './armed-clocks.ts';
import { consequences } from './consequences.ts';
import { contentStillReviewed } from './content-still-reviewed.ts';
import { databaseRefusal, isDuplicate, recordingFailure } from './database-errors.ts';
import { entailed, numberGiven } from './entailed.ts';
import type { KnownStates } from './known-states.ts';
import type { Parameters } from './parameters.ts';
import { draftHash, draftOf, reviewedHash, reviewsMore, type WordedEvent } from './reviewed-hash.ts';
import { worded } from './worded-history.ts';

export interface Recording {
  database: Database;
  pool: Pool;
  parameters: Parameters;
  states: KnownStates;
}

/** What is asked for, with the state of the case before it. */
type Request = RecordRequest & { state: CaseState };

/**
 * The commit point of a command: one transaction writes event, read model, due moments, ledger leaf, outbox and what the
 * event entails, or nothing. Answers recorded, already (the same command was written before), refused (a check that only
 * the database can make) or behind (events that the workflow has not seen).
 */
export async function record(recording: Recording, request: RecordRequest): Promise<Recorded> {
  try {
    const state = await recording.states.at(request.agency, request.caseId, request.seq);
    const known = { ...request, state };
    const recorded = await recordOnce(recording, known).catch((error: unknown) => {
      // Two deliveries of a filing at once have no row to wait for each other at: the second finds what the first wrote.
      if (!isDuplicate(error)) throw error;
      return recordOnce(recording, known);
    });
    if (recorded) return recorded;
    recording.parameters.forget();
    throw new Error('the calendar changed while deadlines were reckoned');
  } catch (error) {
    const refusal = error instanceof RefusedByDatabase ? error.refusal : databaseRefusal(error);
    if (refusal) return { kind: 'refused', refusal };
    throw recordingFailure(error);
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

/**
 * Decides, and writes what was decided. One round trip; events that bring words read them first, and those of publication
 * are a transaction around it.
 */
async function recordOnce(recording: Recording, request: Request): Promise<Recorded | null> {
  const { agency, caseId, state: before } = request;
  const decision = await decisionOf(recording, request);
  if (!decision) return { kind: 'unchanged' };
  if ('refused' in decision) return { kind: 'refused', refusal: decision.refused };
  const decided = await withTold(recording.pool, request, decision.decided);
  const seq = before.seq + 1;
  const armed = await armedClocks(recording.parameters, { agency, caseId, state: before, decided }, seq);
  const codes: CaseEvent = { ...decided, caseId, seq, armed, contentHash: null, reviewedHash: before.reviewedHash };
  const words = needsWords(decided, before)
    ? await recordingWords(recording.pool, { agency, caseId, commandId: decided.commandId, upTo: before.seq })
    : null;
  const event = words ? withHashes(codes, before, words) : codes;
  const refusal = wrongNumber(event) ?? (words && contentStillReviewed(before, event, words));
  if (refusal) return { kind: 'refused', refusal };
  const after = apply(before, event);
  const writing = { agency, before, after, event };
  const argument = eventWriting({ ...writing, entailed: entailed(writing, words) });
  const consequence = consequences[event.type];
  if (consequence && words) {
    const { said, filed } = words;
    const told = { agency, before, event, words: said, filed };
    return kept(recording, after, await inPublication(recording.database, argument, told, consequence));
  }
  const { rows } = await recording.pool.query<{ written: Written }>({
    name: 'write_event',
    text: 'SELECT write_event($1::jsonb) AS written',
    values: [argument],
  });
  return kept(recording, after, outcome(event, rows[0]!.written));
}

function kept({ states }: Recording, after: CaseState, recorded: Recorded | null): Recorded | null {
  if (recorded?.kind === 'recorded') states.keep(recorded.event.caseId, after);
  return recorded;
}

/** What is to be written; null where the organisation as it is now means nothing new for the case. */
async function decisionOf({ pool }: Recording, request: Request): Promise<Decision | null> {
  if ('decided' in request) return request;
  const { state, agency } = request;
  if ('command' in request) return decide(state, request.command, request.now);
  const { section } = state.filing ?? { section: '' };
  const standIns = (state.standIns ?? []).flatMap((one) => [one.for, one.by]);
  const persons = [...new Set([...state.holder, ...standIns])];
  const rows = await organisationNow(pool, { agency, section, persons, day: dayOf(request.asOf) });
  const decided = organisationChanged(state, factsFrom(rows, section, request.asOf), request.asOf);
  return decided && { decided };
}

/**
 * Who is told of a rung is who stands there now, not who stood there when the deadline began; of an absence above which
 * nobody is, the overseers. The clock asks for the reply to its order as an overseer would; a reply goes to the overseers.
 */
async function withTold(pool: Pool, { agency, state }: Request, decided: Decided): Promise<Decided> {
  const { type, rung } = decided;
  const section = (state.filing ?? decided.input.filing)?.section;
  const toOverseers = type === 'replySupervision' || (decided.absent && decided.told?.length === 0);
  const clock = state.clocks.find(({ id }) => id === rung?.clock);
  if (!section || !(toOverseers || clock)) return decided;
  const people = await ladderPeople(pool, agency, section);
  if (!rung || !clock) return { ...decided, told: people.overseers };
  const told = toldOf(rung.name, clock.name, state, people);
  return { ...decided, told, ...(type === 'openSupervision' && { asked: askedToReply(people) }) };
}

function needsWords(decided: Decided, before: CaseState): boolean {
  const { type, actor } = decided;
  if (type === 'openSupervision') return actor !== 'system';
  return consequences[type] !== undefined || bringsSearchWords(type) || changesWhatIsReviewed(decided, before);
}

function changesWhatIsReviewed({ type, input }: Pick<Decided, 'type' | 'input'>, before: CaseState): boolean {
  return (
    ['saveDraft', 'recordNotice', 'recordAnswer', 'recordHearing'].includes(type) ||
    input.record?.isEvidence === true ||
    reviewsMore({ type }, before)
  );
}

/** Adds the hash of a new draft, and of all that is reviewed where the event changes it. */
function withHashes(event: CaseEvent, before: CaseState, { said, filed, events }: RecordingWords): CaseEvent {
  if (!changesWhatIsReviewed(event, before)) return event;
  const last: WordedEvent = worded({ event, words: said });
  const contentHash = event.type === 'saveDraft' ? draftHash(draftOf(last)) : null;
  return { ...event, contentHash, reviewedHash: reviewedHash(filed.party, [...events.map(worded), last]) };
}

function wrongNumber(event: CaseEvent): Refusal | null {
  const given = numberGiven(event);
  if (given === undefined || parseDocumentNumber(given)) return null;
  return refuse('number.notNext', { given, form: '机关代字〔年份〕顺序号号' });
}

async function inPublication(
  database: Database,
  argument: string,
  writing: Omit<Writing, 'transaction'>,
  consequence: Consequence,
): Promise<Recorded | null> {
  return inAgency(database, writing.agency, async (transaction) => {
    const rows = await transaction.$queryRaw<{ written: Written }[]>`SELECT write_event(${argument}::jsonb) AS written`;
    const recorded = outcome(writing.event, rows[0]!.written);
    if (recorded?.kind !== 'recorded') return recorded;
    const refusal = await consequence({ ...writing, transaction });
    if (refusal) throw new RefusedByDatabase(refusal);
    return recorded;
  });
}

function outcome(event: CaseEvent, { behind, stale, nextNumber }: Written): Recorded | null {
  if (stale) return null;
  if (nextNumber !== undefined) {
    const given = numberGiven(event) ?? '';
    const next = formatDocumentNumber({ ...parseDocumentNumber(given)!, serial: nextNumber });
    return { kind: 'refused', refusal: refuse('number.notNext', { given, next }) };
  }
  if (behind === undefined) return { kind: 'recorded', event };
  if (behind === null) throw new TypeError(`the row of case ${event.caseId} is ahead of its events`);
  const same = behind.find((candidate) => candidate.commandId === event.commandId);
  return same ? { kind: 'already', event: same, events: behind } : { kind: 'behind', events: behind };
}
