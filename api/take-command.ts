import type { Config } from '../config.ts';
import type { Command, CommandInput, PersonFacts } from '../domain/command.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Standing } from '../domain/standing.ts';
import type { Millis, PersonId } from '../domain/state.ts';
import { sha256Of } from '../prisma/canonical.ts';
import { lastEvent, readStanding } from '../prisma/case-queries.ts';
import { inAgency, type Database, type Transaction } from '../prisma/client.ts';
import { keepRefusal, type Intake } from '../prisma/commands.ts';
import { factsFrom } from '../prisma/facts-from.ts';
import type { Pool } from '../prisma/pool.ts';
import { stateOf, takeIncoming, type TakenIn } from '../prisma/take-command.ts';
import type { CommandAnswer } from '../workflows/messages.ts';
import type { Cases, Outcome } from './cases.ts';
import { catalogueFacts } from './catalogue-facts.ts';
import type { Orders } from './orders.ts';
import { mayReadCase } from './policy.ts';
import { problem } from './problem.ts';

export interface CaseDeps {
  config: Config;
  database: Database;
  pool: Pool;
  cases: Cases;
  orders: Orders;
}

/** One command as it came in; agency and section are named by a filing, else those of its case count. */
export interface Taken {
  caseId: string;
  agency?: string;
  section?: string;
  action: Command['action'];
  actor: PersonId;
  key: string;
  body: Record<string, unknown>;
  input: CommandInput;
  at: Millis | undefined;
}

export type Answered =
  | { kind: 'done'; answer: CommandAnswer; standing: Standing | null }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'pending'; commandId: string };

/** SHA-256 of user, case, action and idempotency key: the id of the update and of the command's one effect. */
export function commandIdOf(actor: PersonId, caseId: string, action: string, key: string): string {
  return sha256Of([actor, caseId, action, key]);
}

/**
 * Takes one command in, sends it to its case and keeps the answer. The same key with the same body is answered as before;
 * with another body it is refused.
 * @throws Problem 422 idempotency.mismatch, 404 case.unknown
 */
export async function takeCommand(deps: CaseDeps, taken: Taken): Promise<Answered> {
  const { caseId, agency, section, action, actor, key, body, input, at } = taken;
  const id = commandIdOf(actor, caseId, action, key);
  const bodyHash = sha256Of(body);
  const persons = [...new Set([actor, ...personsIn(input)])];
  const intake = { id, personId: actor, caseId, action, key, bodyHash, words: body, at: new Date(at ?? Date.now()) };
  const before = await takeIncoming(deps.pool, { ...intake, agency, section, persons });
  if (!before) throw problem('case.unknown');
  if (before.bodyHash !== bodyHash) throw problem('idempotency.mismatch');
  const answered = before.fresh ? null : answerOf(before);
  if (answered) return answered;
  const command: Command = {
    id,
    action,
    actor,
    input: await withCatalogue(deps.pool, before, input, intake.at.getTime()),
    wordsHash: bodyHash,
    facts: factsFrom(before.organisation, before.section, intake.at.getTime()),
    knownSeq: before.state?.seq ?? 0,
    at,
  };
  const outcome = await deps.cases.act(caseId, before.agency, command, () => stateOf(deps.pool, before.agency, caseId));
  return keepOutcome(deps, { ...intake, agencyId: before.agency }, outcome, command.facts.persons[actor]);
}

/** A draft says which entries of the catalogue in force it matches, so that the case says it for ever. */
async function withCatalogue(pool: Pool, { state }: TakenIn, input: CommandInput, now: Millis): Promise<CommandInput> {
  const { draft } = input;
  if (!draft || !state) return input;
  return { ...input, ...(await catalogueFacts(pool, state, draft, now)) };
}

/** Everybody whom the command names: decide() looks at them as at the actor. */
function personsIn(input: CommandInput): PersonId[] {
  const one = [input.reviewer, input.adviser, input.to, input.from, input.person, input.decidedBy];
  const { present = [], absent = [], recused = [], votes = [] } = input.meeting ?? {};
  const voters = votes.map(({ person }) => person);
  const many = [
    ...(input.handlers ?? []),
    ...(input.servedBy ?? []),
    ...(input.copiedTo ?? []),
    ...(input.record?.by ?? []),
    ...present,
    ...absent,
    ...recused,
    ...voters,
  ];
  return [...one.filter((person) => person !== undefined), ...many];
}

function answerOf(row: TakenIn): Answered | null {
  if (row.status === 'done') return { kind: 'done', answer: row.answer as CommandAnswer, standing: row.state };
  if (row.status === 'refused') return { kind: 'refused', refusal: row.answer as Refusal };
  return null;
}

async function keepOutcome(
  { database, pool }: CaseDeps,
  intake: Intake,
  outcome: Outcome,
  actor: PersonFacts | undefined,
): Promise<Answered> {
  if (outcome.kind === 'pending') return { kind: 'pending', commandId: intake.id };
  if (outcome.kind === 'done') {
    const { standing, ...answer } = outcome.answer;
    return { kind: 'done', answer, standing: standing ?? (await stateOf(pool, intake.agencyId, intake.caseId)) };
  }
  return inAgency(database, intake.agencyId, async (transaction) => {
    const refusal = await toldTo(actor, transaction, intake.caseId, outcome.refusal);
    await keepRefusal(transaction, intake, refusal);
    return { kind: 'refused', refusal };
  });
}

const tooLate: Refusal['code'][] = [
  'stage.wrongStage',
  'stage.final',
  'content.versionMismatch',
  'meeting.notConvened',
];

/** Whoever may not read the case is refused by the code alone: where it stands, who holds it and who did what is not theirs to know. */
async function toldTo(actor: PersonFacts | undefined, transaction: Transaction, caseId: string, refusal: Refusal) {
  const standing = await readStanding(transaction, caseId);
  const reads = standing && actor && mayReadCase({ ...actor, personId: actor.id }, standing);
  return reads || !standing ? toldWhatHappened(transaction, caseId, refusal) : { code: refusal.code };
}

/** Whoever comes too late is told who did what, and when. */
async function toldWhatHappened(transaction: Transaction, caseId: string, refusal: Refusal): Promise<Refusal> {
  if (!tooLate.includes(refusal.code)) return refusal;
  const last = await lastEvent(transaction, caseId);
  return last ? { ...refusal, details: { ...refusal.details, last } } : refusal;
}
