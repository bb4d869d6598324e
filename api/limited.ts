import { rateLimit, type Options } from 'express-rate-limit';
import type { RequestHandler } from 'express';
import { problem } from './problem.ts';
import type { ProblemCode } from './problem-messages.ts';

/** So many requests in a window of time, by the `keyGenerator` of who sends them; beyond it the problem `code`, with Retry-After. */
export function limited(
  code: ProblemCode,
  options: Pick<Options, 'windowMs' | 'limit' | 'keyGenerator'> & Partial<Options>,
): RequestHandler {
  return rateLimit({
    ...options,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request, _response, next) => next(problem(code)),
  });
}
