import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import type { Express } from 'express';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { password } from '../support/api.ts';
import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';

const found = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** A browser of the machine's own; null where there is none. */
export const browserPath = found.find((path) => path && existsSync(path)) ?? null;

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
      await page.goto(`${url}/sign-in?back=${encodeURIComponent(place)}`);
      await page.fill('#username', person);
      await page.fill('#password', passwordOf(person));
      await page.click('button[type=submit]');
      await page.waitForURL(`${url}${place}`);
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

/** What axe finds wrong with a page, one line each. */
export async function unusable(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
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
