import type { Browser } from 'playwright-core';
import { desk, type State } from './browser-state.ts';
import type { BenchSystem } from './system.ts';

const warmUps = 3;

/** Clicks the case's link, waits until its words can be read (painted, not only there), and tells how long that took. */
const clickAndWait = `(async () => {
  const link = document.querySelector('tr[data-case] td:first-child a');
  const begun = performance.now();
  link.click();
  while (!document.querySelector('article.case .words')) await new Promise(requestAnimationFrame);
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - begun;
})()`;

/** Milliseconds of each opening from the list; nothing of the case is kept from one to the next. */
export async function openCaseMs(
  browser: Browser,
  { url, word, caseId }: BenchSystem,
  { state, opens }: { state: State; opens: number },
): Promise<number[]> {
  const context = await browser.newContext({ storageState: state, viewport: desk });
  const page = await context.newPage();
  const times: number[] = [];
  for (let turn = 0; turn < warmUps + opens; turn += 1) {
    await page.goto(`${url}/cases?text=${encodeURIComponent(word)}`);
    await page.locator(`tr[data-case="${caseId}"]`).waitFor();
    await page.waitForLoadState('networkidle').catch(() => undefined);
    await page.evaluate(
      `document.querySelector('tr[data-case] td:first-child a').setAttribute('href', '/cases/${caseId}')`,
    );
    const took = await page.evaluate<number>(clickAndWait);
    if (turn >= warmUps) times.push(took);
  }
  await context.close();
  return times;
}
