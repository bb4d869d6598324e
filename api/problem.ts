import type { ErrorRequestHandler, Request } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import { breakMessages, type BreakCode } from '../domain/administration/import-breaks.ts';
import { refusalMessages, type Refusal, type RefusalCode } from '../domain/refusal.ts';
import { isDatabaseAway } from './database-away.ts';
import { inputIssues } from './input-issues.ts';
import { problemMessages, type ProblemCode } from './problem-messages.ts';

/** An answer that is not what was asked for: an HTTP status and a stable code, whose words are looked up. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: Record<string, unknown> | undefined;

  constructor(status: number, code: string, details?: Record<string, unknown>) {
    super(code);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

/** The body of an answer in `application/problem+json` (RFC 9457). */
export interface ProblemBody {
  type: string;
  title: string;
  titleEn: string;
  status: number;
  code: string;
  detail: string;
  detailEn: string;
  instance: string;
  requirement?: string;
  details?: Record<string, unknown>;
}

const notAllowed = /^(role|duty|person|certificate|admin)\./;

/** A refusal of the domain as an answer: 403 where another person could, 409 where the case stands in the way. */
export function problemOf(refusal: Refusal): Problem {
  return new Problem(notAllowed.test(refusal.code) ? 403 : 409, refusal.code, refusal.details);
}

/** A problem of the shell itself, with the status that its code stands for. */
export function problem(code: ProblemCode, details?: Record<string, unknown>): Problem {
  return new Problem(problemMessages[code].status, code, details);
}

/** What goes over the wire. The title is the part of the sentence that says what is wrong; the detail says what to do too. */
export function problemBody({ status, code, details }: Problem, instance: string): ProblemBody {
  const { zh, en } = wordsOf(code);
  const { requirement, ...others } = details ?? {};
  return {
    type: `/problems/${code}`,
    title: zh.split('；')[0]!.replace(/。$/, ''),
    titleEn: en.split(';')[0]!.replace(/\.$/, ''),
    status,
    code,
    detail: zh,
    detailEn: en,
    instance,
    ...(typeof requirement === 'string' && { requirement }),
    ...(Object.keys(others).length > 0 && { details: others }),
  };
}

/** The last middleware: every error becomes a problem; what nobody foresaw is logged without its words, which may be personal. */
export function problemHandler(log: Logger): ErrorRequestHandler {
  return (error, request, response, next) => {
    const answer = problemFrom(error);
    if (answer.status >= 500) log.error(traceOf(error, answer.code, request), 'request failed');
    if (response.headersSent) return next(error);
    const body = problemBody(answer, request.originalUrl.split('?')[0]!);
    return response.status(answer.status).type('application/problem+json').send(JSON.stringify(body));
  };
}

/** Which problem an error is. */
export function problemFrom(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof z.ZodError) return problem('input.invalid', { issues: inputIssues(error) });
  if (isDatabaseAway(error)) return problem('database.away');
  const { type, status } = (error ?? {}) as { type?: string; status?: number };
  if (type === 'entity.parse.failed') return problem('json.malformed');
  if (status === 413) return problem('input.tooLarge');
  if (status === 416) return problem('range.outside');
  if (status === 415) return problem('media.unsupported');
  if (status && status >= 400 && status < 500) return problem('input.invalid');
  return problem('internal');
}

function wordsOf(code: string): { zh: string; en: string } {
  return (
    refusalMessages[code as RefusalCode] ??
    problemMessages[code as ProblemCode] ??
    breakMessages[code as BreakCode] ??
    problemMessages.internal
  );
}

function traceOf(error: unknown, code: string, request: Request): Record<string, unknown> {
  const failure = error instanceof Error ? error : undefined;
  const frames = failure?.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [];
  return { code, requestId: request.id, kind: failure?.name, errorCode: codeOf(error), frames: frames.slice(0, 12) };
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
