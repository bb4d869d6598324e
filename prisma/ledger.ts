import { createHash } from 'node:crypto';
import type { Transaction } from './client.ts';

export interface Leaf {
  kind: 'event' | 'refusal' | 'administration' | 'supervision';
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

/** Appends to the agency's chain: chain_leaf() holds its head, so that the chain has no gap and no fork. */
export async function appendLeaf(transaction: Transaction, agencyId: string, leaf: Leaf): Promise<void> {
  const { kind, caseId, ref, payload, at } = leaf;
  await transaction.$executeRaw`SELECT chain_leaf(${agencyId}, ${kind}, ${caseId}, ${ref}, ${payload}, ${at}::timestamptz)`;
}
