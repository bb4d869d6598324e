import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Router, static as files } from 'express';

const built = fileURLToPath(new URL('../../web/dist', import.meta.url));
const unnamed = '<meta name="style-nonce" content=""';
/** Where the desks are; web/app.tsx knows the same places. */
export const places = [
  '/sign-in',
  '/work',
  '/cases',
  '/cases/:id',
  '/cases/:id/draft',
  '/cases/:id/versions',
  '/cases/:id/review',
  '/cases/:id/advice',
  '/meetings',
  '/meetings/:id',
  '/process',
  '/process/:category',
  '/advice',
  '/oversight',
  '/oversight/:list',
  '/orders',
  '/orders/:id',
  '/notices',
  '/statistics',
  '/statistics/cases',
  '/tour',
  '/admin',
  '/admin/:area',
  '/admin/:area/:record',
  '/admin/:area/:record/:part',
  '/hand-over',
  '/leave',
  '/account',
  '/desk',
];

/**
 * The desks in the browser: one page for every place, and its files, whose names change with what is in them. The styles
 * that its widgets write carry a number that only this answer knows, so that no other style is applied.
 */
export function webRoutes(): Router {
  const router = Router();
  const page = existsSync(`${built}/index.html`) ? readFileSync(`${built}/index.html`, 'utf8') : null;
  router.use('/assets', files(`${built}/assets`, { immutable: true, maxAge: '365d', index: false }));
  for (const place of places) {
    router.get(place, (_request, response, next) => {
      if (page === null) return next();
      const nonce = randomBytes(16).toString('base64');
      const policy = String(response.getHeader('Content-Security-Policy'));
      response.set('Content-Security-Policy', withStylesAndFiles(policy, nonce));
      response
        .set('Cache-Control', 'no-store')
        .type('html')
        .send(page.replace(unnamed, unnamed.replace('""', `"${nonce}"`)));
    });
  }
  return router;
}

/** Evidence is shown in place: a PDF in a frame of ours, the pictures of a document as pieces that the page itself cut out. */
function withStylesAndFiles(policy: string, nonce: string): string {
  const shown = policy
    .replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`)
    .replace("img-src 'self'", "img-src 'self' blob:");
  return `${shown};frame-src 'self'`;
}
