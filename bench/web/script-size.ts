import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { desk, type State } from './browser-state.ts';

/** All script that the first view of My work brings, in KB (1,000 bytes) as gzip would send it. */
export async function scriptKilobytes(browser: Browser, url: string, state: State): Promise<number> {
  const context = await browser.newContext({ storageState: state, viewport: desk });
  const page = await context.newPage();
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto(`${url}/work`);
  await page.locator('tr[data-case]').first().waitFor();
  await page.waitForLoadState('networkidle').catch(() => undefined);
  const all = await Promise.all(sizes);
  await context.close();
  return all.reduce((sum, size) => sum + size, 0) / 1_000;
}
