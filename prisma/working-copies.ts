import type { PersonId } from '../domain/state.ts';
import type { Transaction } from './client.ts';

/** What somebody has typed so far, by the names of the fields. */
export type Typed = Record<string, string>;

export interface WorkingCopy {
  id: string;
  /** Null for a case that is not filed yet. */
  caseId: string | null;
  revision: number;
  content: Typed;
  savedAt: Date;
}

export type Kept = { kind: 'kept' | 'changed'; revision: number; savedAt: Date } | { kind: 'gone' | 'tooMany' };

interface Saving {
  personId: PersonId;
  agency: string;
  id: string;
  caseId: string | null;
  /** The revision that the writer saw; 0 for a new copy. */
  base: number;
  content: Typed;
  now: Date;
}

const most = 50;

/** A person's own copies for one case or for filings to come, the newest first. Only in a transaction as that person. */
export async function workingCopies(transaction: Transaction, caseId: string | null): Promise<WorkingCopy[]> {
  const rows = await transaction.workingCopy.findMany({
    where: { caseId },
    orderBy: [{ savedAt: 'desc' }, { id: 'asc' }],
  });
  return rows.map(({ content, ...row }) => ({ ...row, content: JSON.parse(content) as Typed }));
}

/**
 * Keeps what was typed on top of the revision that the writer saw; where somebody wrote meanwhile, or took the copy away,
 * nothing is changed. The same sent again is answered as before.
 */
export async function keepWorkingCopy(transaction: Transaction, saving: Saving): Promise<Kept> {
  const { personId, agency, id, caseId, base, now } = saving;
  const content = JSON.stringify(saving.content);
  if (base === 0) {
    if ((await transaction.workingCopy.count()) >= most && !(await found())) return { kind: 'tooMany' };
    const row = { personId, id, agencyId: agency, caseId, revision: 1, content, savedAt: now };
    const { count } = await transaction.workingCopy.createMany({ data: [row], skipDuplicates: true });
    if (count > 0) return { kind: 'kept', revision: 1, savedAt: now };
  } else {
    const next = { revision: base + 1, content, savedAt: now };
    const { count } = await transaction.workingCopy.updateMany({ where: { id, revision: base, caseId }, data: next });
    if (count > 0) return { kind: 'kept', ...next };
  }
  const there = await found();
  if (!there) return { kind: 'gone' };
  const { revision, savedAt } = there;
  const again = revision === base + 1 && there.content === content && there.caseId === caseId;
  return { kind: again ? 'kept' : 'changed', revision, savedAt };

  function found() {
    return transaction.workingCopy.findUnique({ where: { personId_id: { personId, id } } });
  }
}

/** Takes a copy away that nobody wrote to since that revision; false where somebody did. None there is none left. */
export async function dropWorkingCopy(transaction: Transaction, id: string, revision: number): Promise<boolean> {
  const { count } = await transaction.workingCopy.deleteMany({ where: { id, revision } });
  return count > 0 || (await transaction.workingCopy.count({ where: { id } })) === 0;
}
