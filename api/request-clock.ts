import type { Request, RequestHandler } from 'express';
import type { Config } from '../config.ts';
import { problem } from './problem.ts';

const form = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?\+08:00$/;
const shanghaiOffset = 8 * 3_600_000;

/**
 * The moment that a request carries in `Sanxiang-Clock` (epoch milliseconds), in profile rehearsal; undefined without one.
 * @throws Problem 400 clock.notHere in every other profile, clock.invalid when it is no moment in +08:00
 */
export function requestClock(request: Request, config: Pick<Config, 'profile'>): number | undefined {
  const header = request.get('Sanxiang-Clock');
  if (header === undefined) return undefined;
  if (config.profile !== 'rehearsal') throw problem('clock.notHere');
  const day = form.exec(header)?.[1];
  const moment = day ? Date.parse(header) : NaN;
  if (Number.isNaN(moment) || new Date(moment + shanghaiOffset).toISOString().slice(0, 10) !== day) {
    throw problem('clock.invalid');
  }
  return moment;
}

/** The moment of a request, in epoch milliseconds: the one that it carries, else now. */
export function momentOf(request: Request, config: Pick<Config, 'profile'>): number {
  return requestClock(request, config) ?? Date.now();
}

/** Refuses the header on every route where it has no business, whether the route reads it or not. */
export function clockGuard(config: Pick<Config, 'profile'>): RequestHandler {
  return (request, _response, next) => {
    requestClock(request, config);
    next();
  };
}
