import { expect } from '@jest/globals';
import type { Server } from 'node:http';
import type { Express } from 'express';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page, type Route } from 'playwright-core';
import { password } from '../support/api.ts';
import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';
import { browserPath } from './browser-path.ts';

export { browserPath };

/** With SLOW_NETWORK=800, whatever a page asks for comes up to 800 ms late: what a test reads too soon, it then reads wrong. */
const slowest = Number(process.env.SLOW_NETWORK ?? 0);

/** How long a slow machine may take for what a person sees in a moment, in milliseconds. */
export const patience = 60_000;

async function late(route: Route): Promise<void> {
  await sleep(Math.random() * slowest);
  // The page may have gone meanwhile.
  await route.continue().catch(() => undefined);
}

/** A running application and browser windows on it. */
export interface Windows {
  url: string;
  /** A person's own browser window at a place, signed in. */
  open(person: string, place?: string, viewport?: { width: number; height: number }): Promise<Page>;
  /** A window of nobody's. */
  window(): Promise<Page>;
  /** What a page said that no page should: errors of scripts and of the security policy. */
  complaints: string[];
  close(): Promise<void>;
}

export interface Desks extends Windows {
  system: RecordedSystem;
}

/** The desks on the demo's organisation in a real browser; acts are recorded in place. */
export async function openDesks(): Promise<Desks> {
  const system = await createRecordedSystem();
  const windows = await openWindows(system.api.app, () => password);
  return {
    ...windows,
    system,
    async close() {
      await windows.close();
      await system.close();
    },
  };
}

/** Browser windows on an application, whose people have these passwords. */
export async function openWindows(app: Express, passwordOf: (person: string) => string): Promise<Windows> {
  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser: Browser = await chromium.launch({ executablePath: browserPath!, args: ['--no-sandbox'] });
  const contexts: BrowserContext[] = [];
  const complaints: string[] = [];

  async function window(viewport = { width: 1366, height: 768 }): Promise<Page> {
    const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
    contexts.push(context);
    context.setDefaultTimeout(patience);
    if (slowest > 0) await context.route(/\/api\/|\/assets\//, late);
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (line) => {
      // What the network answers is the page's to show; the browser mentions it as well.
      if (line.type() === 'error' && !line.text().startsWith('Failed to load resource')) complaints.push(line.text());
    });
    return page;
  }

  return {
    url,
    complaints,
    window,
    async open(person, place = '/work', viewport) {
      const page = await window(viewport);
      await signIn(page, url, person, passwordOf(person));
      await page.goto(url + place);
      return page;
    },
    async close() {
      for (const context of contexts) await context.close();
      await browser.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Signs a page's browser in as the form does; the form itself has a test of its own. @throws when it is refused */
export async function signIn(page: Page, url: string, username: string, password: string): Promise<void> {
  const answer = await page.request.post(`${url}/api/v1/session`, { data: { username, password } });
  if (answer.status() !== 201) throw new Error(`${username} was not signed in: ${await answer.text()}`);
}

/** Types into a list of choices and takes the entry that is found. */
export async function choose(page: Page, label: string, typed: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill(typed);
  await page.locator('.ant-select-item-option-active', { hasText: typed }).waitFor();
  await page.keyboard.press('Enter');
}

/** Live notices would tell a window what happened before anything is pressed. */
export async function untold(page: Page): Promise<void> {
  await page.route('**/notifications/**', (route) => route.abort());
  await page.reload();
}

/** How much of a page moves and will come to an end. */
const moving = `document.getAnimations().filter(({ playState, effect }) => playState === 'running' && effect.getComputedTiming().endTime < Infinity).length`; // prettier-ignore

/** Waits until a page reads nothing any more, nothing on it moves, and it has done what was to be done. */
export async function atRest(page: Page): Promise<void> {
  await page.locator('.loading').first().waitFor({ state: 'detached' });
  await soon(async () => expect(await page.evaluate(moving)).toBe(0));
  await page.evaluate('new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 2000 }))');
}

/** Looks again, for a minute at most, until what a person would see in a moment holds. @throws what did not hold at the end */
export async function soon(holds: () => Promise<void>): Promise<void> {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await holds();
    } catch (error) {
      if (Date.now() > end) throw error;
      await sleep(50);
    }
  }
}

/** What axe finds wrong with a page that has come to rest, one line each. */
export async function unusable(page: Page): Promise<string[]> {
  await atRest(page);
  // In one piece: no page has frames of another origin, for which axe would begin anew in a window of its own.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ html }) => html)
        .join(' | ')
        .slice(0, 300)}`,
  );
}

/** Keeps a picture of every page of a failed test where a person can look at it. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join('.sanxiang', 'screens', `${name}.png`), fullPage: true });
}
