import { canonical, sha256Of } from './canonical.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Transaction } from './client.ts';
import { json } from './events.ts';
import { appendLeaf } from './ledger.ts';
import type { CommandIntake } from './generated/client.ts';

export interface Intake {
  id: string;
  agencyId: string;
  personId: string;
  caseId: string;
  action: string;
  key: string;
  bodyHash: string;
  words: Record<string, unknown>;
  at: Date;
}

/** Takes a command in before it is sent; answers the row that stands, which is another one when the key was used before. */
export async function takeIn(
  transaction: Transaction,
  intake: Intake,
): Promise<{ row: CommandIntake; fresh: boolean }> {
  const { count } = await transaction.commandIntake.createMany({
    data: [{ ...intake, words: json(intake.words), status: 'received' }],
    skipDuplicates: true,
  });
  const row = await transaction.commandIntake.findUniqueOrThrow({ where: { id: intake.id } });
  return { row, fresh: count === 1 };
}

/**
 * Keeps the refusal, and its leaf in the ledger: all that a refused command leaves. Its moment is the one at which the command
 * was first taken in: what is sent again under its key comes later.
 */
export async function keepRefusal(
  transaction: Transaction,
  intake: Intake,
  refusal: Refusal | { code: string; status: number; details?: Record<string, unknown> },
): Promise<void> {
  const [kept] = await transaction.commandIntake.updateManyAndReturn({
    where: { id: intake.id, status: 'received' },
    data: { status: 'refused', code: refusal.code, answer: json(refusal) },
    select: { at: true },
  });
  if (!kept) return;
  const { caseId, action, personId } = intake;
  const { at } = kept;
  const payload = canonical({
    kind: 'refusal',
    ref: intake.id,
    at: at.getTime(),
    hash: sha256Of({ caseId, action, personId, refusal: { ...refusal } }),
  });
  await appendLeaf(transaction, intake.agencyId, { kind: 'refusal', caseId, ref: intake.id, payload, at });
}
