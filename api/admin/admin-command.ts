import type { Config } from '../../config.ts';
import { sha256Of } from '../../prisma/canonical.ts';
import { inAgency, type Database, type Transaction } from '../../prisma/client.ts';
import { keepRefusal, takeIn, type Intake } from '../../prisma/commands.ts';
import { json } from '../../prisma/events.ts';
import { actFor, type AdminCommand } from '../../prisma/administration/apply.ts';
import type { CalendarPublication } from '../calendar-publication.ts';
import type { OrganisationWatch } from '../organisation-watch.ts';
import { problem, Problem } from '../problem.ts';
import type { SignedIn } from '../session.ts';
import { commandIdOf } from '../take-command.ts';

export interface AdminDeps {
  config: Config;
  database: Database;
  calendar: CalendarPublication;
  organisation: OrganisationWatch;
}

export interface AdminRequest {
  actor: SignedIn;
  /** 'import people', 'grantRole'. */
  action: string;
  key: string;
  body: Record<string, unknown>;
  at: Date;
}

type Work = (transaction: Transaction, command: AdminCommand) => Promise<Record<string, unknown>>;

const noCase = '-';

/**
 * Does an administrator's command once: its changes and its answer are written in one transaction, a refusal is kept
 * with its leaf in the ledger. The same key with the same body is answered as before.
 * @throws Problem 422 idempotency.mismatch, or the refusal itself
 */
export async function takeAdminCommand(
  { database, organisation }: AdminDeps,
  request: AdminRequest,
  work: Work,
): Promise<Record<string, unknown>> {
  const intake = intakeOf(request);
  try {
    const answer = await inAgency(database, request.actor.agency, async (transaction) => {
      const { row, fresh } = await takeIn(transaction, intake);
      if (row.bodyHash !== intake.bodyHash) throw problem('idempotency.mismatch');
      if (!fresh) return answeredBefore(row.answer);
      const { id, personId, action, at } = intake;
      const answer = await work(transaction, { id, person: personId, action, at });
      await actFor(transaction, intake.agencyId);
      await transaction.commandIntake.update({ where: { id }, data: { status: 'done', answer: json(answer) } });
      return answer;
    });
    await organisation.changed(intake.id, personsIn(answer));
    return answer;
  } catch (error) {
    if (error instanceof Problem && [403, 409].includes(error.status)) await keep(database, intake, error);
    throw error;
  }
}

/** Whom the command changed, as its answer says. */
function personsIn({ person, changes }: Record<string, unknown>): string[] {
  const records = (changes ?? []) as { kind: string; id: string }[];
  const changed = records.filter(({ kind }) => kind === 'person').map(({ id }) => id);
  return typeof person === 'string' ? [person] : changed;
}

function intakeOf({ actor, action, key, body, at }: AdminRequest): Intake {
  return {
    id: commandIdOf(actor.personId, noCase, action, key),
    agencyId: actor.agency,
    personId: actor.personId,
    caseId: noCase,
    action,
    key,
    bodyHash: sha256Of(body),
    words: body,
    at,
  };
}

function answeredBefore(answer: unknown): Record<string, unknown> {
  const kept = answer as { status?: number; code?: string; details?: Record<string, unknown> } & Record<
    string,
    unknown
  >;
  if (kept.status !== undefined && kept.code) throw new Problem(kept.status, kept.code, kept.details);
  return kept;
}

async function keep(database: Database, intake: Intake, { status, code, details }: Problem): Promise<void> {
  await inAgency(database, intake.agencyId, async (transaction) => {
    await takeIn(transaction, intake);
    await keepRefusal(transaction, intake, { code, status, ...(details && { details }) });
  });
}
