import { Router, type RequestHandler } from 'express';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export interface Metrics {
  registry: Registry;
  /** Measures every request by its route, never by its address, which may name a case or a party. */
  middleware: RequestHandler;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Duration of HTTP requests by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const middleware: RequestHandler = (request, response, next) => {
    const stop = seconds.startTimer();
    response.on('finish', () => {
      const route = (request.route as { path?: unknown } | undefined)?.path;
      const label = typeof route === 'string' ? route : 'other';
      stop({ method: request.method, route: label, status: response.statusCode });
    });
    next();
  };
  return { registry, middleware };
}

interface HealthDeps {
  ready: () => Promise<Record<string, boolean>>;
  metrics: Metrics;
}

/** /healthz: the process answers. /readyz: each part it needs does. /metrics: for Prometheus. */
export function healthRoutes({ ready, metrics }: HealthDeps): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  router.get('/readyz', async (_request, response) => {
    const parts = await ready().catch(() => ({ api: false }));
    const down = Object.keys(parts).filter((part) => !parts[part as keyof typeof parts]);
    response.status(down.length > 0 ? 503 : 200).json({ status: down.length > 0 ? 'notReady' : 'ok', parts, down });
  });
  router.get('/metrics', async (_request, response) => {
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
  return router;
}
