import { json, type RequestHandler } from 'express';
import { problem } from './problem.ts';

const megabyte = 1_000_000;

/** Reads JSON of at most 1 MB, and refuses every other kind of body; a sign-in may be a plain form. */
export function bodies(): RequestHandler[] {
  return [strictContentType, json({ limit: megabyte, strict: true }), wholeBody];
}

const strictContentType: RequestHandler = (request, _response, next) => {
  const form = request.path === '/api/v1/session' && request.is('application/x-www-form-urlencoded');
  if (!hasBody(request.headers) || request.is('application/json') || form) return next();
  return next(problem('media.unsupported'));
};

/** A request that was cut off before it could be read passes the parser without a body: it asked for nothing that is known. */
const wholeBody: RequestHandler = (request, _response, next) => {
  const cutOff = hasBody(request.headers) && request.body === undefined && request.is('application/json');
  return next(cutOff ? problem('json.malformed') : undefined);
};

function hasBody(headers: NodeJS.Dict<string | string[]>): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
