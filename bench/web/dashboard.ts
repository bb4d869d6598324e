import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Browser } from 'playwright-core';
import { closeApp, createApp, type AppDeps } from '../../api/app.ts';
import { readConfig } from '../../config.ts';
import { openDatabase } from '../../prisma/client.ts';
import { hashPassword } from '../../prisma/password.ts';
import { openPool } from '../../prisma/pool.ts';
import { throwAwayDatabase } from '../oversight/throw-away-database.ts';
import { desk, signedInState } from './browser-state.ts';

const overseer = 'j0-o1';
const password = 'Right-horse-7';
const warmUps = 3;

/** Clicks 监督, waits until every question of the first view has its number and rows, painted, and tells how long that took. */
const clickAndWait = `(async () => {
  const begun = performance.now();
  document.querySelector('a[href="/oversight"]').click();
  while (document.querySelectorAll('.question .number').length < 4) await new Promise(requestAnimationFrame);
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - begun;
})()`;

/**
 * Milliseconds from the click to the readable dashboard of one bureau that oversees all agencies of so many cases, a tenth of them
 * open; nothing is kept from one opening to the next.
 */
export async function dashboardMs(
  browser: Browser,
  { cases, opens }: { cases: number; opens: number },
): Promise<{ times: number[]; openCases: number }> {
  const made = await throwAwayDatabase(cases, (line) => console.error(line));
  const dataDir = mkdtempSync(join(tmpdir(), 'sanxiang-bench-dashboard-'));
  await made.asSuperuser(`UPDATE agency SET overseen_by = 'j0' WHERE overseen_by IS NOT NULL`);
  await made.asSuperuser(
    `INSERT INTO agency_grant SELECT id, 'j0' FROM agency WHERE kind = 'agency' ON CONFLICT DO NOTHING`,
  );
  await made.asSuperuser(`INSERT INTO account (id, username, password_hash, person_id) VALUES ($1, $1, $2, $1)`, [
    overseer,
    await hashPassword(password, 'rehearsal'),
  ]);
  const config = readConfig({ SANXIANG_PROFILE: 'demo', SANXIANG_DATA: dataDir, DATABASE_URL: made.appUrl });
  const [database, pool] = [openDatabase(made.appUrl, config.poolSize), openPool(made.appUrl, config.poolSize)];
  const app = createApp({ ...withoutTemporal, config, database, pool });
  const server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const state = await signedInState(browser, { url, passwords: new Map([[overseer, password]]) }, overseer);
    const context = await browser.newContext({ storageState: state, viewport: desk });
    const page = await context.newPage();
    const times: number[] = [];
    for (let turn = 0; turn < warmUps + opens; turn += 1) {
      await page.goto(`${url}/notices`);
      await page.locator('a[href="/oversight"]').waitFor();
      await page.waitForLoadState('networkidle').catch(() => undefined);
      const took = await page.evaluate<number>(clickAndWait);
      if (turn >= warmUps) times.push(took);
    }
    await context.close();
    const [counted] = await made.asSuperuser('SELECT count(*)::int AS open FROM case_file WHERE open');
    return { times, openCases: Number(counted?.['open']) };
  } finally {
    await closeApp(app);
    server.close();
    server.closeAllConnections();
    await database.$disconnect();
    await pool.end();
    rmSync(dataDir, { recursive: true, force: true });
    await made.end();
  }
}

/** The dashboard only reads: nothing is sent to a case. */
const withoutTemporal: Pick<AppDeps, 'cases' | 'orders' | 'calendar' | 'organisation' | 'log' | 'ready'> = {
  cases: {} as AppDeps['cases'],
  orders: {} as AppDeps['orders'],
  calendar: { follow: async () => {} },
  organisation: { changed: async () => {} },
  log: pino({ level: 'silent' }),
  ready: async () => ({}),
};
