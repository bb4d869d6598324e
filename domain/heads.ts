import type { Duties } from './command.ts';
import type { Holder } from './process.ts';
import type { PersonId } from './state.ts';

type Heads = Pick<Duties, 'sectionHead' | 'leaderInCharge' | 'legalHead' | 'legalLeaderInCharge' | 'chair'>;

/**
 * One level above the holders of a task: who heads their place, and above a head the leader in charge, then the chair; null
 * above the chair.
 */
export function nextHead(holders: PersonId[], task: Holder, heads: Heads): PersonId | null {
  const { sectionHead, leaderInCharge, legalHead, legalLeaderInCharge, chair } = heads;
  const legal = ['reviewer', 'adviser', 'legalHead'].includes(task);
  const line = legal ? [legalHead, legalLeaderInCharge, chair] : [sectionHead, leaderInCharge, chair];
  const highest = Math.max(-1, ...holders.map((holder) => line.lastIndexOf(holder)));
  return line.slice(highest + 1).find((person) => person !== null) ?? null;
}
