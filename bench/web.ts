import { execFileSync } from 'node:child_process';
import { chromium } from 'playwright-core';
import { browserPath } from '../test/e2e/browser-path.ts';
import { percentile, round } from './summary.ts';
import { signedInState } from './web/browser-state.ts';
import { dashboardMs } from './web/dashboard.ts';
import { openCaseMs } from './web/open-case.ts';
import { scriptKilobytes } from './web/script-size.ts';
import { longestPauseMs } from './web/scroll-inbox.ts';
import { openBenchSystem } from './web/system.ts';

/**
 * npm run bench:web: the desks in production build and a real browser. The script of the first view of My work (KB gzip), opening a
 * case with 200 events and 50 pieces of evidence (p95, ms from click to readable), and the longest pause (ms) while an inbox of 10,000
 * tasks is scrolled to its end; then the overseers' dashboard over 100,000 open cases of a million (p95, ms from click to readable).
 */
const limits = { scriptKB: 250, openCaseP95Ms: 300, longestPauseMs: 100, dashboardP95Ms: 500 };
const opens = 40;
/** A tenth of them open. */
const cases = Number(process.argv[2] ?? 1_000_000);

if (!browserPath) throw new Error('需要 Chromium。 Chromium is needed: install it, or name it in CHROMIUM.');
execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], { stdio: 'inherit' });
const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
try {
  const desks = await measureDesks();
  const dashboard = await dashboardMs(browser, { cases, opens });
  const measured = {
    ...desks,
    dashboardP95Ms: round(percentile(dashboard.times, 0.95)),
    dashboardP50Ms: round(percentile(dashboard.times, 0.5)),
    openCases: dashboard.openCases,
  };
  for (const [name, limit] of Object.entries(limits)) {
    const value = measured[name as keyof typeof limits];
    console.error(`${name.padEnd(16)} ${value} (${value <= limit ? '符合' : '超过'} ${limit})`);
  }
  console.log(JSON.stringify({ ...measured, limits }));
} finally {
  await browser.close();
}
process.exit();

async function measureDesks() {
  const system = await openBenchSystem();
  try {
    const state = await signedInState(browser, system, system.handler);
    const scriptKB = round(await scriptKilobytes(browser, system.url, state));
    const reading = { state: await signedInState(browser, system, system.reader), opens };
    const times = await openCaseMs(browser, system, reading);
    const scrolled = await longestPauseMs(browser, system.url, state);
    return {
      scriptKB,
      openCaseP95Ms: round(percentile(times, 0.95)),
      openCaseP50Ms: round(percentile(times, 0.5)),
      longestPauseMs: round(scrolled.longestPauseMs),
      rowsScrolled: scrolled.rows,
    };
  } finally {
    await system.close();
  }
}
