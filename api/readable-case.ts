import type { Request } from 'express';
import { z } from 'zod';
import { readStanding, type CaseStanding } from '../prisma/case-queries.ts';
import type { Transaction } from '../prisma/client.ts';
import { mayReadCase, type Reader } from './policy.ts';
import { problem } from './problem.ts';

const caseId = z.string().regex(/^[0-9a-f-]{36}$/);

/**
 * The id of the case in the request's path.
 * @throws Problem 404 case.unknown when it is none
 */
export function knownId(request: Request): string {
  return knownCase(request.params['id']);
}

/**
 * The id of a case as somebody wrote it.
 * @throws Problem 404 case.unknown when it is none
 */
export function knownCase(given: unknown): string {
  const id = caseId.safeParse(given);
  if (!id.success) throw problem('case.unknown');
  return id.data;
}

/**
 * Where a case stands, for somebody who may read it.
 * @throws Problem 404 case.unknown when there is none or it is not theirs to read
 */
export async function readableCase(transaction: Transaction, reader: Reader, id: string): Promise<CaseStanding> {
  const standing = await readStanding(transaction, id);
  if (!standing || !mayReadCase(reader, standing)) throw problem('case.unknown');
  return standing;
}
