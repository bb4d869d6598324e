import express, { type Express } from 'express';
import type { Logger } from 'pino';
import { bodies } from './body.ts';
import { createCsrf } from './csrf.ts';
import { methodsAllowed, noSuchRoute, pathsOnly } from './known-routes.ts';
import { createNoticeStreams, type NoticeStreams } from './notice-streams.ts';
import { problemHandler } from './problem.ts';
import { clockGuard } from './request-clock.ts';
import { requestLog } from './request-log.ts';
import { adminReadingRoutes } from './routes/admin-reading.ts';
import { adminRoutes } from './routes/admin.ts';
import { calendarDueRoutes } from './routes/calendar-due.ts';
import { calendarRoutes } from './routes/calendar.ts';
import { caseListRoutes } from './routes/case-list.ts';
import { casePageRoutes } from './routes/case-page.ts';
import { caseRoutes } from './routes/cases.ts';
import { demoAccountRoutes } from './routes/demo-accounts.ts';
import { filingChoiceRoutes } from './routes/filing-choices.ts';
import { evidenceFileRoutes } from './routes/evidence-files.ts';
import { handOverRoutes } from './routes/hand-over.ts';
import { createMetrics, healthRoutes } from './routes/health.ts';
import { inboxRoutes } from './routes/inbox.ts';
import { leaveRoutes } from './routes/leave.ts';
import { meetingRoutes } from './routes/meetings.ts';
import { noticeAddressRoutes } from './routes/notice-addresses.ts';
import { notificationRoutes } from './routes/notifications.ts';
import { openApiRoutes } from './routes/openapi.ts';
import { ownPasswordRoutes } from './routes/own-password.ts';
import { parameterRoutes } from './routes/parameters.ts';
import { oversightRoutes } from './routes/oversight.ts';
import { publicRoutes } from './routes/public.ts';
import { reconciliationRoutes } from './routes/reconciliations.ts';
import { reviewDeskRoutes } from './routes/review-desk.ts';
import { roundRoutes } from './routes/rounds.ts';
import { supervisionOrderRoutes } from './routes/supervision-orders.ts';
import { sessionRoutes } from './routes/session.ts';
import { webRoutes } from './routes/web.ts';
import { workingCopyRoutes } from './routes/working-copies.ts';
import { keptNowhere, securityHeaders } from './security-headers.ts';
import { sessionSecret } from './session-secret.ts';
import { openSessions } from './session-store.ts';

export type AppDeps = Parameters<typeof caseRoutes>[0] &
  Parameters<typeof adminRoutes>[0] & {
    log: Logger;
    /** Which of the parts that the API needs answer now. */
    ready: () => Promise<Record<string, boolean>>;
  };

/** Wires the HTTP application; closeApp() lets go of the connections that it opened itself. */
export function createApp(deps: AppDeps): Express {
  const { config, database, log, ready } = deps;
  const secret = sessionSecret(config);
  const sessions = openSessions(config, secret, log);
  const streams = createNoticeStreams({ ...deps, databaseUrl: config.databaseUrl });
  const csrf = createCsrf(config, secret);
  const metrics = createMetrics();
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', ['loopback', ...config.proxies]);
  app.set('query parser', 'simple');
  app.locals['streams'] = streams;
  app.locals['close'] = sessions.close;

  app.use(requestLog(log), metrics.middleware, securityHeaders(), pathsOnly, methodsAllowed(), clockGuard(config));
  app.use(healthRoutes({ ready, metrics }), openApiRoutes(), publicRoutes(deps), calendarDueRoutes(deps));
  app.use(webRoutes(), keptNowhere, demoAccountRoutes(deps));
  // Files are no JSON: their routes come before those that take nothing else.
  app.use(sessions.middleware, csrf.middleware, evidenceFileRoutes(deps), bodies());
  app.use(
    sessionRoutes({ config, database, csrf }),
    ownPasswordRoutes({ ...deps, csrf }),
    caseRoutes(deps),
    adminRoutes(deps),
    leaveRoutes(deps),
  );
  app.use(
    calendarRoutes(deps),
    parameterRoutes(deps),
    adminReadingRoutes(deps),
    handOverRoutes(deps),
    inboxRoutes(deps),
    caseListRoutes(deps),
    casePageRoutes(deps),
    roundRoutes(deps),
    filingChoiceRoutes(deps),
    workingCopyRoutes(deps),
    reviewDeskRoutes(deps),
    meetingRoutes(deps),
    oversightRoutes(deps),
    reconciliationRoutes(deps),
  );
  app.use(notificationRoutes({ ...deps, streams }), noticeAddressRoutes(deps), supervisionOrderRoutes(deps));
  app.use(noSuchRoute());
  app.use(problemHandler(log));
  return app;
}

/** Ends the answers that would never end by themselves, so that a server which closes can come to its end. */
export function endStreams(app: Express): void {
  (app.locals['streams'] as NoticeStreams).end();
}

export async function closeApp(app: Express): Promise<void> {
  await (app.locals['streams'] as NoticeStreams).close();
  await (app.locals['close'] as () => Promise<void>)();
}
