import type { Request } from 'express';
import { z } from 'zod';
import { problem } from './problem.ts';

const form = z.string().regex(/^[\x21-\x7e]{8,200}$/);

/** The Idempotency-Key of a request. @throws Problem 400 idempotency.missing */
export function idempotencyKey(request: Request): string {
  const key = form.safeParse(request.get('Idempotency-Key'));
  if (!key.success) throw problem('idempotency.missing');
  return key.data;
}
