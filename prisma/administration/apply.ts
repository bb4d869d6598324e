import { canonical, sha256Of } from '../canonical.ts';
import type { Transaction } from '../client.ts';
import { json } from '../events.ts';
import { Prisma } from '../generated/client.ts';
import { appendLeaf } from '../ledger.ts';
import type { Batch, Change } from './record-kind.ts';

export interface AdminCommand {
  /** Id of the command: one leaf of the ledger in each agency it changes. */
  id: string;
  /** Who. */
  person: string;
  action: string;
  at: Date;
}

/** Lets what follows in this transaction happen in the name of one agency. */
export async function actFor(transaction: Transaction, agency: string): Promise<void> {
  await transaction.$executeRaw`SELECT set_config('app.agency', ${agency}, true)`;
}

/**
 * Writes the changes, agency by agency: what stood before and after, a leaf of the agency's ledger, then the records, which
 * the database takes under a command on record only, and the organisation's next version, which every later command carries.
 */
export async function applyChanges(transaction: Transaction, batches: Batch[], command: AdminCommand): Promise<void> {
  const changes = batches.flatMap((batch) => batch.changes);
  await transaction.$executeRaw`SELECT set_config('app.administration', ${command.id}, true)`;
  for (const agency of [...new Set(changes.map((change) => change.agency))].toSorted()) {
    await actFor(transaction, agency);
    const own = changes.filter((change) => change.agency === agency);
    await keepChanges(transaction, agency, own, command);
    for (const batch of batches) await batch.write(transaction, agency);
    await transaction.agency.update({ where: { id: agency }, data: { version: { increment: 1 } } });
  }
}

async function keepChanges(
  transaction: Transaction,
  agency: string,
  changes: Change[],
  { id, person, action, at }: AdminCommand,
): Promise<void> {
  await transaction.adminChange.createMany({
    data: changes.map((change, n) => ({
      ...{ agencyId: agency, commandId: id, n, personId: person, action, at },
      ...{ kind: change.kind, target: change.id, what: change.what },
      before: change.before === null ? Prisma.DbNull : json(change.before),
      after: json(change.after),
    })),
  });
  const written = changes.map(({ kind, id: target, what, before, after }) => ({ kind, target, what, before, after }));
  const hash = sha256Of(JSON.parse(JSON.stringify({ person, action, changes: written })));
  const payload = canonical({ kind: 'administration', ref: id, at: at.getTime(), hash });
  await appendLeaf(transaction, agency, { kind: 'administration', caseId: null, ref: id, payload, at });
}
