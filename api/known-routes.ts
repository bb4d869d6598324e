import type { Request, RequestHandler } from 'express';
import { describedRoutes } from './openapi.ts';
import { problem } from './problem.ts';

/** Refuses a target that is no path (OPTIONS *), which no route and no session could belong to. */
export const pathsOnly: RequestHandler = (request, _response, next) =>
  next(request.path.startsWith('/') ? undefined : problem('route.unknown'));

/** The answer where no route was: 405 with Allow (RFC 9110, 15.5.6) where the address has other methods, else 404. */
export function noSuchRoute(): RequestHandler {
  const routes = describedRoutes().map(({ method, path }) => ({ method, form: formOf(path) }));
  const allowedAt = ({ path }: Request) => routes.filter(({ form }) => form.test(path)).map(({ method }) => method);
  return (request, response, next) => {
    const allowed = [...new Set(allowedAt(request))];
    if (allowed.length === 0) return next(problem('route.unknown'));
    response.set('Allow', allowed.join(', '));
    return next(problem('method.unknown', { allowed }));
  };
}

function formOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}/?$`, 'i');
}
