import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { storyOf, upTo } from '../support/stories.ts';
import { atRest, browserPath, openDesks, type Desks } from './browser.ts';

const withBrowser = browserPath ? describe : describe.skip;

/** What a window of 1366×768 has left at 200 %. */
const zoomed = { width: 683, height: 384 };

withBrowser('at 200 % in a window of 1366 by 768', () => {
  let desks: Desks;
  let caseId: string;

  beforeAll(async () => {
    desks = await openDesks();
    const told = upTo(storyOf('C01').requests, 'acceptForReview');
    caseId = await desks.system.tellAll(told);
    // A word that no line holds: an address, a checksum.
    const text = '0123456789abcdef'.repeat(8);
    const { status } = await desks.system.post('xltyj-r1', `/api/v1/cases/${caseId}/actions/comment`, { text }, told.at(-1)!.at); // prettier-ignore
    expect(status).toBe(200);
  });
  afterAll(() => desks?.close());
  afterEach(() => expect(desks.complaints).toEqual([]));

  const places: [place: string, person: string][] = [
    ['/work', 'xltyj-r1'],
    ['/cases', 'xltyj-r1'],
    ['/cases/new', 'xltyj-h1'],
    ['/cases/:id', 'xltyj-r1'],
    ['/cases/:id?tab=history', 'xltyj-r1'],
    ['/cases/:id?tab=evidence', 'xltyj-r1'],
    ['/cases/:id/review', 'xltyj-r1'],
    ['/notices', 'xltyj-r1'],
    ['/oversight', 'xltsf-o1'],
    ['/orders', 'xltsf-o1'],
    ['/statistics', 'xltsf-o1'],
  ];

  test.each(places)('%s is read by scrolling down alone', async (place, person) => {
    const page = await desks.open(person, place.replace(':id', caseId), zoomed);
    await page.locator('main :is(h1, h2)').first().waitFor();
    await atRest(page);
    const beyond = await page.evaluate<string[]>(`[...document.querySelectorAll('body *')]
      .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && one.getClientRects().length > 0)
      .filter((one) => { for (let p = one.parentElement; p; p = p.parentElement) if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(p).overflowX)) return false; return true; })
      .map((one) => one.outerHTML.slice(0, 120))`);
    expect(beyond).toEqual([]);
  });
});
