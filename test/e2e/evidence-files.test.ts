import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash, randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import { docxOf, pdfOf, pngOf, samples, xlsxOf } from '../support/evidence-samples.ts';
import { storyOf, upTo } from '../support/stories.ts';
import { browserPath, openDesks, picture, soon, unusable, type Desks } from './browser.ts';

const withBrowser = browserPath ? describe : describe.skip;
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const inGroups = (hash: string) => hash.match(/.{8}/g)!.join(' ');
const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });

withBrowser('evidence with its files, in a browser', () => {
  let desks: Desks;
  let caseId: string;
  let page: Page;

  beforeAll(async () => {
    desks = await openDesks();
    caseId = await desks.system.tellAll(upTo(storyOf('C01').requests, 'saveDraft'));
    page = await desks.open('xltyj-h1', `/cases/${caseId}?tab=evidence`);
    // From now on choosers are caught: one that opens sooner than it is waited for is lost.
    page.on('filechooser', () => {});
  });
  afterAll(() => desks?.close());
  afterEach(async () => {
    await picture(page, 'evidence');
    expect(desks.complaints).toEqual([]);
  });

  const chooser = () => page.getByLabel('选择文件');
  const row = (name: string) =>
    page.getByLabel('文件', { exact: true }).getByRole('listitem').filter({ hasText: name });

  test('several files are brought by keyboard, each with its SHA-256, and what is none of them is refused in words', async () => {
    await page.getByRole('button', { name: '补充证据' }).press('Enter');
    await chooser().focus();
    const opened = page.waitForEvent('filechooser');
    await page.keyboard.press('Enter');
    const bytes = { pdf: pdfOf('Record of questioning', 3), png: pngOf(600, 400) };
    await (
      await opened
    ).setFiles([
      file('询问笔录.pdf', bytes.pdf),
      file('现场照片.png', bytes.png),
      file('检查笔录.docx', docxOf(['现场检查笔录', '三名从业人员未经培训上岗。'])),
      file('培训台账.xlsx', xlsxOf([['姓名', '培训日期'], ['某甲', '未培训']])), // prettier-ignore
      file('假的.pdf', bytes.png),
      file('空的.txt', Buffer.alloc(0)),
    ]);
    await row('询问笔录')
      .getByText(inGroups(hashOf(bytes.pdf)))
      .waitFor();
    await row('现场照片')
      .getByText(inGroups(hashOf(bytes.png)))
      .waitFor();
    await row('假的.pdf').getByText('名称是 PDF，实际是 PNG。').waitFor();
    await row('空的.txt').getByText('文件是空的').waitFor();
    await row('培训台账').getByText('SHA-256').waitFor();
    expect(await unusable(page)).toEqual([]);
    await page.getByRole('button', { name: '知道了，移除 假的.pdf' }).click();
    await page.getByRole('button', { name: '知道了，移除 空的.txt' }).click();
    await soon(async () => expect(await row('').count()).toBe(4));
    await page.getByRole('button', { name: '确定补充' }).click();
    await page.getByRole('button', { name: '查看 询问笔录.pdf' }).waitFor();
  });

  test('an upload whose connection is lost goes on by itself from where it was, and arrives whole', async () => {
    await page.getByRole('button', { name: '补充证据' }).click();
    const bytes = Buffer.concat([samples['询问笔录.pdf']!, randomBytes(24 * 1_048_576), Buffer.from('\n%%EOF\n')]);
    const parts: number[] = [];
    page.on('request', (request) => {
      if (request.method() === 'PATCH') parts.push(Number(request.headers()['upload-offset']));
    });
    // The second piece is lost on its way, and the whole network with it.
    let lose = true;
    const lost = new Promise<void>((resolve) => {
      void page.route('**/api/v1/evidence-files/*', async (route) => {
        if (!lose || route.request().method() !== 'PATCH' || route.request().headers()['upload-offset'] === '0')
          return route.continue();
        lose = false;
        await page.context().setOffline(true);
        resolve();
        return route.abort('connectionreset');
      });
    });
    await chooser().setInputFiles(file('大卷宗.pdf', bytes));
    await lost;
    await row('大卷宗')
      .getByText(/连接中断.*恢复后自动继续/)
      .waitFor();
    expect(await page.getByRole('button', { name: '确定补充' }).isDisabled()).toBe(true);
    expect(await unusable(page)).toEqual([]);
    await page.context().setOffline(false);
    await row('大卷宗')
      .getByText(inGroups(hashOf(bytes)))
      .waitFor();
    expect(parts[0]).toBe(0);
    expect(parts.slice(1).every((offset) => offset > 0)).toBe(true);
    await page.getByRole('button', { name: '确定补充' }).click();
    await page.getByRole('button', { name: '查看 大卷宗.pdf' }).waitFor();
  });

  test('pictures, PDF, Word and Excel are looked at in place', async () => {
    await page.getByRole('button', { name: '查看 现场照片.png' }).click();
    await page.getByRole('img', { name: '图片 现场照片.png' }).waitFor();
    const width = () => page.evaluate(`document.querySelector('.evidence-viewer img')?.naturalWidth`);
    await soon(async () => expect(await width()).toBe(600));
    await page.getByRole('button', { name: '查看 检查笔录.docx' }).click();
    await page.getByText('三名从业人员未经培训上岗。').waitFor();
    expect(await unusable(page)).toEqual([]);
    await page.getByRole('button', { name: '查看 培训台账.xlsx' }).click();
    await page.getByRole('cell', { name: '未培训' }).waitFor();
    expect(await unusable(page)).toEqual([]);
    const answered = page.waitForResponse((response) => response.url().includes('/api/v1/evidence-files/'));
    await page.getByRole('button', { name: '查看 询问笔录.pdf' }).click();
    await page.locator('iframe[title="询问笔录.pdf"]').waitFor();
    const response = await answered;
    expect([response.status(), response.headers()['content-type']]).toEqual([200, 'application/pdf']);
    expect(await unusable(page)).toEqual([]);
  });
});
