import type { CaseInHand } from '../prisma/cases-in-hand.ts';
import { attributesFollow } from '../workflows/case-attributes.ts';
import type { Listed } from './case-workflows.ts';

/** Cases to look at again, one by one: lists lag behind, and a system at work moves on. */
export interface Suspects {
  looked: number;
  cases: { caseId: string; agency: string }[];
}

/** Of the cases written since the last look, at most so many are asked how far their workflow is, the latest first. */
const askedAtMost = 500;
/** After so long what Temporal lists of a case is what was written: the attributes have followed, and its own index too. */
const settledAfter = attributesFollow + 2 * 60_000;
/** A filing's workflow runs before its case is on record. */
const filingTakes = 10 * 60_000;

/**
 * The cases whose workflow may not be as it should: none listed, listed in another stage, or listed without a case in hand;
 * and those with events since the last look, in which a workflow may be behind in the same stage.
 */
export async function findSuspects(
  pages: AsyncIterable<CaseInHand[]>,
  running: AsyncIterable<Listed>,
  { now, since }: { now: number; since: Date | null },
): Promise<Suspects> {
  const listed = new Map<string, Listed>();
  for await (const one of running) listed.set(one.caseId, one);
  const suspects: Suspects['cases'] = [];
  const written: CaseInHand[] = [];
  let looked = 0;
  for await (const page of pages) {
    for (const one of page) {
      const workflow = listed.get(one.id);
      listed.delete(one.id);
      const settled = now - one.lastAt.getTime() > settledAfter;
      if (!workflow || (settled && workflow.stage !== one.stage)) suspects.push({ caseId: one.id, agency: one.agency });
      else if (since === null || one.lastAt >= since) written.push(one);
    }
    looked += page.length;
  }
  const left = [...listed.values()].filter(({ startedAt }) => now - startedAt.getTime() > filingTakes);
  const latest = written.toSorted((a, b) => b.lastAt.getTime() - a.lastAt.getTime()).slice(0, askedAtMost);
  return {
    looked: looked + left.length,
    cases: [
      ...suspects,
      ...left.map(({ caseId, agency }) => ({ caseId, agency: agency ?? '' })),
      ...latest.map(({ id, agency }) => ({ caseId: id, agency })),
    ],
  };
}
