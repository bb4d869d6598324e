import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { password } from '../support/api.ts';
import { system } from '../support/administrators.ts';
import { browserPath, openDesks, unusable, type Desks } from './browser.ts';

const withBrowser = browserPath ? describe : describe.skip;
const colleague = 'xltyj-h8';

withBrowser('two administrators at one record', () => {
  let desks: Desks;
  beforeAll(async () => {
    desks = await openDesks();
    await desks.system.db.asOwner(`UPDATE person SET roles = '{systemAdmin}' WHERE id = '${colleague}'`);
  });
  afterAll(() => desks?.close());

  /** Gives somebody another title, as a colleague's own desk would. */
  async function entitle(person: string, title: string): Promise<void> {
    const { request } = await desks.window();
    const session = await request.post(`${desks.url}/api/v1/session`, { data: { username: colleague, password } });
    const { csrfToken } = (await session.json()) as { csrfToken: string };
    const headers = { 'X-CSRF-Token': csrfToken, 'Idempotency-Key': `entitle-${person}` };
    const answer = await request.post(`${desks.url}/api/v1/admin/imports/people`, { headers, data: { people: [{ id: person, title }] } }); // prettier-ignore
    expect(answer.status()).toBe(200);
  }

  test('whoever confirms what another changed meanwhile reads who changed what', async () => {
    const rows = await desks.system.db.asOwner(`SELECT id, name FROM person WHERE id IN ('${colleague}', 'xltyj-h7')`);
    const names = new Map(rows.map((row) => [row['id'], row['name'] as string]));
    const page = await desks.open(system, '/admin/people/xltyj-h7');
    await page.getByLabel('职务').fill('三级主任科员');
    await page.getByRole('button', { name: '预演' }).first().click();
    await page.getByRole('button', { name: '确定改动' }).waitFor();
    await entitle('xltyj-h7', '一级科员');
    await page.getByRole('button', { name: '确定改动' }).click();
    await page.getByText('您预演之后的改动').waitFor();
    const said = page.locator('.changed-since li');
    expect(await said.allInnerTexts()).toEqual([
      expect.stringMatching(
        `^\\d+月\\d+日 \\d\\d:\\d\\d ${names.get(colleague)}：改动 人员 ${names.get('xltyj-h7')}（职务）$`,
      ),
    ]);
    expect(await unusable(page)).toEqual([]);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('Changed since your dry run:').waitFor();
    expect(await said.innerText()).toContain(
      `${names.get(colleague)}: Changed person ${names.get('xltyj-h7')} (title)`,
    );
    expect(desks.complaints).toEqual([]);
  });
});
