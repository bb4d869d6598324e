import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { startSystem, type RunningSystem } from '../../start/system.ts';
import { browserPath, patience, signIn } from './browser.ts';

export interface RealDesks {
  system: RunningSystem;
  /** A person's own browser at a place, signed in with their own password; the same one when asked again. */
  at(person: string, place: string): Promise<Page>;
  complaints: string[];
  close(): Promise<void>;
}

/** The desks of a whole system as `npm start -- --empty` runs it: PostgreSQL, Temporal, worker and API, each a process of its own. */
export async function openRealDesks(): Promise<RealDesks> {
  const dataDir = mkdtempSync(join(tmpdir(), 'real-desks-'));
  // PostgreSQL runs as another user where the tests are run by root.
  chmodSync(dataDir, 0o755);
  const system = await startSystem({ profile: 'demo', dataDir, port: 0, seed: true, supervise: false, say: () => {} });
  const accounts = JSON.parse(readFileSync(join(dataDir, 'demo-accounts.json'), 'utf8')) as Record<string, string>[];
  const browser = await chromium.launch({ executablePath: browserPath!, args: ['--no-sandbox'] });
  const contexts = new Map<string, { context: BrowserContext; page: Page }>();
  const complaints: string[] = [];

  async function openFor(person: string, place: string): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
    context.setDefaultTimeout(patience);
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    contexts.set(person, { context, page });
    await signIn(page, system.url, person, accounts.find(({ username }) => username === person)!['password']!);
    await page.goto(system.url + place);
    return page;
  }

  return {
    system,
    complaints,
    async at(person, place) {
      const open = contexts.get(person);
      if (!open) return openFor(person, place);
      await open.page.goto(`${system.url}${place}`);
      return open.page;
    },
    async close() {
      for (const { context } of contexts.values()) await context.close();
      await browser.close();
      await system.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
