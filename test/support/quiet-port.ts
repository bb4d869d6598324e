import { randomInt } from 'node:crypto';
import { freePortNear } from '../../start/ports.ts';

/**
 * A free port below those that systems give to outgoing connections (from 32768 on Linux, 49152 elsewhere), so that
 * nobody gets it while its server is dead and starts again.
 */
export function quietPort(): Promise<number> {
  return freePortNear(randomInt(20_000, 32_000));
}
