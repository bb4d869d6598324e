import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { browserPath } from '../test/e2e/browser-path.ts';
import { openDemo, type Demo } from './taking-screens/demo.ts';
import { pages, type Screen } from './taking-screens/pages.ts';
import { withPalette } from './taking-screens/palette-png.ts';

const folder = join('docs', 'screens');
const sizes = { desk: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } };
/** Names on the command line leave the others as they are. */
const wanted = process.argv.slice(2);

if (!browserPath) throw new Error('需要 Chromium。 Chromium is needed: install it, or name it in CHROMIUM.');
mkdirSync(folder, { recursive: true });
const demo = await openDemo();
// Fields for dates are drawn in the page's language, as in the offices' browsers, whatever that of this machine's browser.
const inPageLanguage = '--enable-blink-features=LangAttributeAwareFormControlUI';
const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox', inPageLanguage] });
try {
  for (const screen of pages.filter(({ name }) => wanted.length === 0 || wanted.includes(name)))
    await take(browser, demo, screen);
} finally {
  await browser.close();
  await demo.close();
}
process.exit();

/** Signs in, goes there, and keeps the picture. */
async function take(from: Browser, { url, passwords, caseIn }: Demo, screen: Screen): Promise<void> {
  const { name, person, at, language = 'zh', size = 'desk', inView = false, before } = screen;
  const place = typeof at === 'string' ? at : at.rest(await caseIn(at.party));
  const context = await from.newContext({ viewport: sizes[size], locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  await page.addInitScript(`localStorage.setItem('sanxiang.language', '${language}')`);
  if (person) await signIn(page, url, { person, password: passwords.get(person) ?? '', place });
  else await page.goto(url + place);
  await whole(page);
  await before?.(page);
  await page.mouse.move(0, 0);
  await whole(page);
  const picture = withPalette(await page.screenshot({ fullPage: size === 'desk' && !inView }));
  writeFileSync(join(folder, `${name}.png`), picture);
  console.log(`${name}.png ${Math.round(picture.length / 1_000)} KB`);
  await context.close();
}

/** Nothing is being read any more, neither its code nor its content. */
async function whole(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await page.locator('h1, h2, form').first().waitFor({ state: 'attached' });
  const reading = page.locator('.loading');
  do {
    await page.waitForTimeout(400);
  } while ((await reading.count()) > 0);
  await page.waitForTimeout(300);
}

async function signIn(
  page: Page,
  url: string,
  who: { person: string; password: string; place: string },
): Promise<void> {
  await page.goto(`${url}/sign-in?back=${encodeURIComponent(who.place)}`);
  await page.fill('#username', who.person);
  await page.fill('#password', who.password);
  await page.click('button[type=submit]');
  await page.waitForURL(url + who.place);
}
