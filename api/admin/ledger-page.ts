import { shanghai } from '../../domain/calendar.ts';
import type { Transaction } from '../../prisma/client.ts';
import { leafHash } from '../../prisma/ledger.ts';
import type { LedgerAnswer } from '../schemas/admin-reading.ts';

/**
 * A page of an agency's chain, latest first, each leaf reckoned anew from its payload and the hash before it. What a leaf is
 * about is named, what it says is not: the audit administrator reads no case.
 */
export async function ledgerPage(
  transaction: Transaction,
  agencyId: string,
  { before, limit }: { before?: string | undefined; limit: number },
): Promise<LedgerAnswer> {
  const head = await transaction.ledgerHead.findUnique({ where: { agencyId } });
  const leaves = await transaction.ledgerLeaf.findMany({
    where: { agencyId, ...(before && { seq: { lt: BigInt(before) } }) },
    orderBy: { seq: 'desc' },
    take: limit + 1,
  });
  const items = leaves.slice(0, limit).map((leaf, n) => {
    const earlier = leaves[n + 1];
    const joins = !earlier || (earlier.hash === leaf.previous && earlier.seq === leaf.seq - 1n);
    return {
      ...{ seq: String(leaf.seq), kind: leaf.kind, at: shanghai(leaf.at.getTime()), hash: leaf.hash },
      intact: joins && leafHash(leaf.previous, leaf.payload) === leaf.hash,
    };
  });
  const last = items.at(-1);
  return {
    head: head && { seq: String(head.seq), hash: head.hash },
    items,
    next: leaves.length > limit && last ? last.seq : null,
  };
}
