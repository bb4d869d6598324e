import {
  decideOrder,
  noOrderYet,
  type AgencyOrder,
  type OrderAction,
  type OrderCommand,
} from '../domain/agency-order.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Millis, PersonId } from '../domain/state.ts';
import { eventOfCommand, readAgencyOrder } from '../prisma/agency-order.ts';
import { sha256Of } from '../prisma/canonical.ts';
import { inAgency } from '../prisma/client.ts';
import { keepRefusal, type Intake } from '../prisma/commands.ts';
import { factsFrom } from '../prisma/facts-from.ts';
import { takeIncoming } from '../prisma/take-command.ts';
import { problem } from './problem.ts';
import { commandIdOf, type CaseDeps } from './take-command.ts';

/** One command on an order on an agency, as it came in. */
export interface OrderTaken {
  orderId: string;
  agency: string;
  action: OrderAction;
  actor: PersonId;
  key: string;
  body: Record<string, unknown>;
  given: string[];
  cases: string[];
  at: Millis | undefined;
}

export type OrderAnswered =
  { kind: 'done' } | { kind: 'refused'; refusal: Refusal } | { kind: 'pending'; commandId: string };

/**
 * Takes a command on an order in, as one on a case is: the same key with the same body is answered as before, with another body
 * it is refused, and so is what the law refuses, which is kept with its leaf in the ledger of the agency that is supervised.
 * @throws Problem 422 idempotency.mismatch
 */
export async function takeOrderCommand(deps: CaseDeps, taken: OrderTaken): Promise<OrderAnswered> {
  const { orderId, agency, action, actor, key, body, given, cases, at } = taken;
  const id = commandIdOf(actor, orderId, action, key);
  const bodyHash = sha256Of(body);
  const now = at ?? Date.now();
  const incoming = { id, personId: actor, caseId: orderId, action, key, bodyHash, words: body, at: new Date(now) };
  const before = await takeIncoming(deps.pool, { ...incoming, agency, section: '', persons: [actor] });
  if (!before?.organisation) throw problem('agency.unknown');
  if (before.bodyHash !== bodyHash) throw problem('idempotency.mismatch');
  if (before.status === 'done') return { kind: 'done' };
  if (before.status === 'refused') return { kind: 'refused', refusal: before.answer as Refusal };
  const facts = factsFrom(before.organisation, '', now);
  const command: OrderCommand = { id, action, actor, input: { given, cases }, wordsHash: bodyHash, facts, at };
  const state = await onRecord(deps, orderId, agency);
  const decision = decideOrder(state, command, at ?? Math.max(now, state.lastAt));
  const outcome =
    'refused' in decision
      ? { kind: 'refused' as const, refusal: decision.refused }
      : await deps.orders.act(orderId, agency, command);
  if (outcome.kind === 'pending') return { kind: 'pending', commandId: id };
  if (outcome.kind === 'refused') return kept(deps, { ...incoming, agencyId: agency }, outcome.refusal);
  return { kind: 'done' };
}

async function onRecord({ database }: CaseDeps, orderId: string, agency: string): Promise<AgencyOrder> {
  const found = await inAgency(database, agency, (transaction) => readAgencyOrder(transaction, orderId));
  return found ?? noOrderYet(orderId, agency);
}

async function kept({ database }: CaseDeps, intake: Intake, refusal: Refusal): Promise<OrderAnswered> {
  return inAgency(database, intake.agencyId, async (transaction) => {
    // Sent again while it was being carried out: it looks refused by what it did itself.
    if (await eventOfCommand(transaction, intake.caseId, intake.id)) return { kind: 'done' };
    await keepRefusal(transaction, intake, refusal);
    return { kind: 'refused', refusal };
  });
}
