import { Router } from 'express';
import type { Config } from '../../config.ts';
import type { Database } from '../../prisma/client.ts';

/** Filing, reading and acting on cases. */
export function caseRoutes(_deps: { config: Config; database: Database; cases: object }): Router {
  return Router();
}
