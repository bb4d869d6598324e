import { ipKeyGenerator } from 'express-rate-limit';
import type { Request } from 'express';

/** The address that a request came from, as the proxy on this machine says; of IPv6 the network, which one sender has to itself. */
export function addressOf(request: Request): string {
  return ipKeyGenerator(request.ip ?? '');
}
