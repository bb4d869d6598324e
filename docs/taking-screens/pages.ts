import type { Page } from 'playwright-core';
import { addDays, dayOf, weekdayOf } from '../../domain/calendar.ts';

/** One picture: its file's name, who looks, and at what; a case is found by its party (demo/first-visit.json). */
export interface Screen {
  name: string;
  person: string | null;
  at: string | { party: string; rest: (id: string) => string };
  language?: 'zh' | 'en';
  size?: 'desk' | 'phone';
  /** Only what is in view: where a part of the page stays at the foot of the window. */
  inView?: true;
  /** What is done on the page before the picture is taken. */
  before?: (page: Page) => Promise<unknown>;
}

const inCase = (party: string, rest = '') => ({ party, rest: (id: string) => `/cases/${id}${rest}` });
const click = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).click();

async function showMonths(page: Page): Promise<void> {
  await page.locator('.months').scrollIntoViewIfNeeded();
  await page.locator('.months svg').first().waitFor();
  await page.evaluate('scrollTo(0, 0)');
}

const wholeChart = (page: Page) => page.setViewportSize({ width: 1366, height: 880 });

async function setLadder(page: Page): Promise<void> {
  await page.getByLabel('生效日期').fill(`${Number(dayOf(Date.now()).slice(0, 4)) + 1}-01-01`);
  await page.getByLabel('为一个期限另行规定…').selectOption('legalReview');
}

async function askForLeave(page: Page): Promise<void> {
  const monday = nextMonday();
  await page.getByLabel('第一天').fill(monday);
  await page.getByLabel('最后一天').fill(addDays(monday, 4));
  await page.getByLabel('替岗人').selectOption({ index: 1 });
  await page.getByText(/^不能替岗的/).click();
}

function nextMonday(): string {
  const today = dayOf(Date.now());
  return addDays(today, ((8 - weekdayOf(today)) % 7) + 7);
}

/** Every page with realistic data; a new page is one line more. */
// prettier-ignore
export const pages: Screen[] = [
  { name: 'sign-in', person: null, at: '/sign-in' },
  { name: 'my-work', person: 'xltyj-q1', at: '/work' },
  { name: 'my-work-handler', person: 'xltyj-h1', at: '/work', before: click('不用了') },
  { name: 'my-work-empty', person: 'xltyj-l5', at: '/work' },
  { name: 'my-work-en', person: 'xltyj-q1', at: '/work', language: 'en', before: click('No, thanks') },
  { name: 'my-work-keyboard', person: 'xltyj-q1', at: '/work', before: (page) => page.keyboard.press('?') },
  { name: 'my-work-phone', person: 'xltyj-l2', at: '/work', size: 'phone', before: click('不用了') },
  { name: 'cases', person: 'xltyj-l1', at: '/cases' },
  { name: 'case', person: 'xltyj-r1', at: inCase('铭渤') },
  { name: 'case-history', person: 'xltyj-r1', at: inCase('铭渤', '?tab=history') },
  { name: 'case-deadlines', person: 'xltyj-r1', at: inCase('铭渤', '?tab=deadlines') },
  { name: 'case-evidence', person: 'xltyj-r1', at: inCase('铭渤', '?tab=evidence') },
  { name: 'case-approve', person: 'xltyj-l2', at: inCase('宏樾', '?act=approveAsLeader') },
  { name: 'case-hand-over', person: 'xltyj-r1', at: inCase('铭渤', '?act=reassign') },
  { name: 'case-archived', person: 'xltyj-l1', at: inCase('辰浦', '?tab=history') },
  { name: 'case-en', person: 'xltyj-r1', at: inCase('铭渤'), language: 'en' },
  { name: 'case-phone', person: 'xltyj-l2', at: inCase('宏樾'), size: 'phone' },
  { name: 'case-approve-phone', person: 'xltyj-l2', at: inCase('宏樾', '?act=approveAsLeader'), size: 'phone' },
  { name: 'filing', person: 'xltyj-h1', at: '/cases/new' },
  { name: 'draft', person: 'xltyj-h1', at: inCase('瑞砺', '/draft') },
  { name: 'versions', person: 'xltyj-r1', at: inCase('铭渤', '/versions') },
  { name: 'review-desk', person: 'xltyj-r1', at: inCase('安榆', '/review') },
  { name: 'opinions', person: 'xltyj-q1', at: inCase('骏拓', '?tab=opinions') },
  { name: 'adviser', person: 'xltyj-a1', at: '/advice' },
  { name: 'adviser-desk', person: 'xltyj-a1', at: inCase('泰棠', '/advice') },
  { name: 'meetings', person: 'xltyj-l1', at: '/meetings' },
  { name: 'meeting', person: 'xltyj-l1', at: { party: '鸿岳', rest: (id) => `/meetings/${id}` }, inView: true },
  { name: 'flow-chart', person: 'xltyj-r1', at: '/process/penalty', inView: true, before: wholeChart },
  { name: 'case-issue', person: 'xltyj-h1', at: inCase('盛湄', '?act=issueDecision') },
  { name: 'statistics-cases', person: 'xltyj-l1', at: '/statistics/cases?of=filed&outcome=inHand' },
  { name: 'oversight', person: 'xltsf-o1', at: '/oversight', before: showMonths },
  { name: 'oversight-late', person: 'xltsf-o1', at: '/oversight/overdue' },
  { name: 'orders', person: 'xltsf-o1', at: '/orders' },
  { name: 'order-new', person: 'xltsf-o1', at: '/orders/new' },
  { name: 'administration', person: 'xltyj-y1', at: '/admin' },
  { name: 'administration-people', person: 'xltyj-c1', at: '/admin/people' },
  { name: 'administration-parameters', person: 'xltyj-y1', at: '/admin/parameters', before: setLadder },
  { name: 'administration-calendar', person: 'xltsf-y1', at: '/admin/calendar' },
  { name: 'administration-ledger', person: 'xltyj-t1', at: '/admin/ledger' },
  { name: 'administration-en', person: 'xltyj-t1', at: '/admin', language: 'en' },
  { name: 'hand-over', person: 'xltyj-s1', at: '/hand-over?from=xltyj-h1', before: (page) => page.getByLabel('都交给').selectOption('xltyj-f1') },
  { name: 'leave', person: 'xltyj-r1', at: '/leave', before: askForLeave },
  { name: 'account', person: 'xltyj-r1', at: '/account' },
  { name: 'notices', person: 'xltyj-h1', at: '/notices' },
  { name: 'statistics', person: 'xltyj-l1', at: '/statistics' },
  { name: 'tour', person: 'xltyj-h1', at: '/tour?stop=review' },
  { name: 'tour-en', person: 'xltyj-h1', at: '/tour?stop=decision', language: 'en' },
  { name: 'public', person: null, at: '/public' },
];
