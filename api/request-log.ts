import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';

const acceptable = /^[A-Za-z0-9_-]{8,64}$/;
const quiet = new Set(['/healthz', '/readyz', '/metrics']);

/** One line a request: method, path, status, duration. No body, header, cookie, query or address of the sender. */
export function requestLog(log: Logger): RequestHandler {
  return pinoHttp({
    logger: log,
    genReqId: (request, response) => {
      const given = request.headers['x-request-id'];
      const id = typeof given === 'string' && acceptable.test(given) ? given : randomUUID();
      response.setHeader('X-Request-Id', id);
      return id;
    },
    autoLogging: { ignore: (request) => quiet.has(pathOf(request)) },
    serializers: {
      req: (request: { id: unknown; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        path: request.url.split('?')[0],
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
      err: (error: { type?: string; code?: string }) => ({ type: error.type, code: error.code }),
    },
  });
}

function pathOf(request: IncomingMessage): string {
  return request.url?.split('?')[0] ?? '';
}
