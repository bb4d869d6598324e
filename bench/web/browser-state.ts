import type { Browser, BrowserContext } from 'playwright-core';
import type { BenchSystem } from './system.ts';

export type State = Awaited<ReturnType<BrowserContext['storageState']>>;

/** What a browser keeps of somebody who signed in, and has seen the tour. */
export async function signedInState(
  browser: Browser,
  { url, passwords }: Pick<BenchSystem, 'url' | 'passwords'>,
  person: string,
): Promise<State> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${url}/sign-in`);
  await page.evaluate(`localStorage.setItem('sanxiang.tour.${person}', 'seen')`);
  await page.fill('#username', person);
  await page.fill('#password', passwords.get(person) ?? '');
  await page.click('button[type=submit]');
  await page.waitForURL(`${url}/work`);
  const state = await context.storageState();
  await context.close();
  return state;
}

export const desk = { width: 1366, height: 768 };
