import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pngOf } from '../support/evidence-samples.ts';
import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';
import { storyOf, upTo } from '../support/stories.ts';
import { bringerOf } from '../support/upload.ts';

const at = '2026-02-10T09:00:00+08:00';
const picture = pngOf(3, 3);
let system: RecordedSystem;
let address: string;

beforeAll(async () => {
  system = await createRecordedSystem();
  const caseId = await system.tellAll(upTo(storyOf('C01').requests, 'saveDraft'));
  const { body } = await (await bringerOf(system.api, 'xltyj-h1', at)).bring('现场.png', picture, caseId);
  address = `/api/v1/evidence-files/${body.id}`;
});
afterAll(() => system?.close());

const head = async (person: string) =>
  (await system.api.signedIn(person)).browser.head(address).set({ 'Sanxiang-Clock': at });

test('HEAD of a file says of what type and how long it is, and gives none of it', async () => {
  const { status, headers, text } = await head('xltyj-h1');
  expect({ status, text: text ?? '' }).toEqual({ status: 200, text: '' });
  expect(headers).toMatchObject({ 'content-type': 'image/png', 'content-length': String(picture.length) });
  expect(headers['upload-offset']).toBeUndefined();
});

test('HEAD of a file says nothing to whoever may not read it', async () => {
  const { status, headers } = await head('czsw-h1');
  expect(status).toBe(404);
  expect(headers['content-length']).not.toBe(String(picture.length));
});
