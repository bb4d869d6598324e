import type { Config } from '../config.ts';
import type { Command, CommandInput } from '../domain/command.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { CaseState, Millis, PersonId } from '../domain/state.ts';
import { sha256Of } from '../prisma/canonical.ts';
import { lastEvent } from '../prisma/case-queries.ts';
import { inAgency, type Database, type Transaction } from '../prisma/client.ts';
import { keepRefusal, takeIn, type Intake } from '../prisma/commands.ts';
import type { CommandAnswer } from '../workflows/messages.ts';
import type { Cases, Outcome } from './cases.ts';
import { readFacts } from './facts.ts';
import { problem } from './problem.ts';

export interface CaseDeps {
  config: Config;
  database: Database;
  cases: Cases;
}

/** One command as it came in, with the agency and section of its case. */
export interface Taken {
  caseId: string;
  agency: string;
  section: string;
  action: Command['action'];
  actor: PersonId;
  key: string;
  body: Record<string, unknown>;
  input: CommandInput;
  at: Millis | undefined;
}

export type Answered = { kind: 'done'; answer: CommandAnswer } | { kind: 'refused'; refusal: Refusal } | { kind: 'pending'; commandId: string }; // prettier-ignore

/** SHA-256 of user, case, action and idempotency key: the id of the update and of the command's one effect. */
export function commandIdOf(actor: PersonId, caseId: string, action: string, key: string): string {
  return sha256Of([actor, caseId, action, key]);
}

/**
 * Takes one command in, sends it to its case and keeps the answer. The same key with the same body is answered as before;
 * with another body it is refused.
 * @throws Problem 422 idempotency.mismatch
 */
export async function takeCommand(deps: CaseDeps, taken: Taken): Promise<Answered> {
  const { database, cases } = deps;
  const { caseId, agency, action, actor, key, body, at } = taken;
  const intake: Intake = {
    id: commandIdOf(actor, caseId, action, key),
    agencyId: agency,
    personId: actor,
    caseId,
    action,
    key,
    bodyHash: sha256Of(body),
    words: body,
    at: new Date(at ?? Date.now()),
  };
  const before = await prepare(database, taken, intake);
  if ('answered' in before) return before.answered;
  const outcome = await cases.act(caseId, agency, before.command, async () => before.state);
  return keepOutcome(database, intake, outcome);
}

async function prepare(
  database: Database,
  taken: Taken,
  intake: Intake,
): Promise<{ answered: Answered } | { command: Command; state: CaseState | null }> {
  const { caseId, agency, section, action, actor, input, at } = taken;
  return inAgency(database, agency, async (transaction) => {
    const { row, fresh } = await takeIn(transaction, intake);
    if (row.bodyHash !== intake.bodyHash) throw problem('idempotency.mismatch');
    const answered = fresh ? null : answerOf(row);
    if (answered) return { answered };
    const persons = [...new Set([actor, ...personsIn(input)])];
    const facts = await readFacts(transaction, { agency, section, persons, now: at ?? Date.now() });
    const current = await transaction.caseFile.findUnique({
      where: { id: caseId },
      select: { lastSeq: true, state: true },
    });
    const wordsHash = intake.bodyHash;
    const command: Command = {
      id: intake.id,
      action,
      actor,
      input,
      wordsHash,
      facts,
      knownSeq: current?.lastSeq ?? 0,
      at,
    };
    return { command, state: (current?.state as unknown as CaseState | undefined) ?? null };
  });
}

/** Everybody whom the command names: decide() looks at them as at the actor. */
function personsIn(input: CommandInput): PersonId[] {
  const one = [input.reviewer, input.adviser, input.to, input.from, input.person];
  const { present = [], recused = [], votes = [] } = input.meeting ?? {};
  const voters = votes.map(({ person }) => person);
  const many = [...(input.handlers ?? []), ...(input.servedBy ?? []), ...present, ...recused, ...voters];
  return [...one.filter((person) => person !== undefined), ...many];
}

function answerOf(row: { status: string; answer: unknown }): Answered | null {
  if (row.status === 'done') return { kind: 'done', answer: row.answer as CommandAnswer };
  if (row.status === 'refused') return { kind: 'refused', refusal: row.answer as Refusal };
  return null;
}

async function keepOutcome(database: Database, intake: Intake, outcome: Outcome): Promise<Answered> {
  if (outcome.kind === 'pending') return { kind: 'pending', commandId: intake.id };
  if (outcome.kind === 'done') return outcome;
  return inAgency(database, intake.agencyId, async (transaction) => {
    const refusal = await toldWhatHappened(transaction, intake.caseId, outcome.refusal);
    await keepRefusal(transaction, intake, refusal);
    return { kind: 'refused', refusal };
  });
}

/** Whoever comes too late is told who did what, and when. */
async function toldWhatHappened(transaction: Transaction, caseId: string, refusal: Refusal): Promise<Refusal> {
  if (refusal.code !== 'stage.wrongStage' && refusal.code !== 'content.versionMismatch') return refusal;
  const last = await lastEvent(transaction, caseId);
  return last ? { ...refusal, details: { ...refusal.details, last } } : refusal;
}
