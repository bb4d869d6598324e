import { createHash } from 'node:crypto';
import type { Transaction } from './client.ts';

export interface Leaf {
  kind: 'event' | 'refusal' | 'administration';
  caseId: string | null;
  /** What the leaf stands for, unique within its kind: case and sequence number, or the command's id. */
  ref: string;
  /** Canonical text that the hash covers. */
  payload: string;
  at: Date;
}

export const firstPrevious = '0'.repeat(64);

/** Hash of a leaf: SHA-256 over the hash before it and its own payload. */
export function leafHash(previous: string, payload: string): string {
  return createHash('sha256').update(`${previous}\n${payload}`, 'utf8').digest('hex');
}

/** Appends to the agency's chain under a lock of its head, so that the chain has no gap and no fork. */
export async function appendLeaf(transaction: Transaction, agencyId: string, leaf: Leaf): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO ledger_head (agency_id, seq, hash) VALUES (${agencyId}, 0, ${firstPrevious}) ON CONFLICT DO NOTHING`;
  const [head] = await transaction.$queryRaw<{ seq: bigint; hash: string }[]>`
    SELECT seq, hash FROM ledger_head WHERE agency_id = ${agencyId} FOR UPDATE`;
  if (!head) throw new Error('the ledger has no head');
  const seq = head.seq + 1n;
  const hash = leafHash(head.hash, leaf.payload);
  await transaction.ledgerLeaf.create({ data: { ...leaf, agencyId, seq, hash, previous: head.hash } });
  await transaction.ledgerHead.update({ where: { agencyId }, data: { seq, hash } });
}
