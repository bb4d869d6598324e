import type { Browser } from 'playwright-core';
import { desk, type State } from './browser-state.ts';

/** As fast as a wheel turns: pixels in each frame. */
const pixelsPerFrame = 900;
const mostSeconds = 120;

/** Scrolls to the end frame by frame while rows come in, and tells the longest time between two frames. */
const scroll = `(async () => {
  let longest = 0, last = performance.now(), still = 0;
  const begun = last;
  while (still < 60 && performance.now() - begun < ${mostSeconds * 1_000}) {
    const before = scrollY;
    scrollBy(0, ${pixelsPerFrame});
    const now = await new Promise(requestAnimationFrame);
    longest = Math.max(longest, now - last);
    last = now;
    still = scrollY === before ? still + 1 : 0;
  }
  const places = [...document.querySelectorAll('tr[data-case]')].map((row) => Number(row.getAttribute('aria-rowindex')));
  return { longestPauseMs: longest, rows: Math.max(...places) - 1 };
})()`;

/** The longest pause (ms) on the way to the end of the inbox, and how many rows that was. */
export async function longestPauseMs(
  browser: Browser,
  url: string,
  state: State,
): Promise<{ longestPauseMs: number; rows: number }> {
  const context = await browser.newContext({ storageState: state, viewport: desk });
  const page = await context.newPage();
  await page.goto(`${url}/work`);
  await page.locator('tr[data-case]').nth(20).waitFor();
  await page.waitForLoadState('networkidle').catch(() => undefined);
  const found = await page.evaluate<{ longestPauseMs: number; rows: number }>(scroll);
  await context.close();
  return found;
}
