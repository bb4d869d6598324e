import { ipKeyGenerator } from 'express-rate-limit';
import type { Request } from 'express';

/** The address that a request came from, as the proxies say that are known (this machine's and SANXIANG_PROXIES); of IPv6 the network, which one sender has to itself. */
export function addressOf(request: Request): string {
  return ipKeyGenerator(request.ip ?? '');
}
