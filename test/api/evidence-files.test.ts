import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { evidenceFileLimit } from '../../domain/evidence-file.ts';
import { keptAt, uploadsIn } from '../../evidence/folder.ts';
import { sweepUploads } from '../../evidence/uploads.ts';
import { compoundOf, docxOf, pngOf, samples, zipOf } from '../support/evidence-samples.ts';
import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';
import { storyOf, upTo } from '../support/stories.ts';
import { bringerOf, type Bringer } from '../support/upload.ts';

const at = '2026-02-10T09:00:00+08:00';
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const pdf = samples['询问笔录.pdf']!;

let system: RecordedSystem;
let caseId: string;
let handler: Bringer;
let folder: string;

beforeAll(async () => {
  system = await createRecordedSystem();
  caseId = await system.tellAll(upTo(storyOf('C01').requests, 'saveDraft'));
  handler = await bringerOf(system.api, 'xltyj-h1', at);
  folder = system.api.config.evidenceDir;
});
afterAll(() => system?.close());

const rows = async () => Number((await system.db.asOwner<{ n: string }>('SELECT count(*) n FROM evidence_file'))[0]!.n);
const underWay = () => readdirSync(uploadsIn(folder));
const act = (person: string, action: string, body: object) =>
  system.post(person, `/api/v1/cases/${caseId}/actions/${action}`, body, at);
const readCase = async (person = 'xltyj-h1') => (await system.get(person, `/api/v1/cases/${caseId}`, at)).body;

describe('a file that arrives', () => {
  test.each(Object.entries(samples))(
    '%s is kept under its SHA-256, with the type of its bytes',
    async (name, bytes) => {
      const { status, body } = await handler.bring(name, bytes, caseId);
      expect([status, body]).toEqual([
        200,
        expect.objectContaining({ name, size: bytes.length, sha256: hashOf(bytes), uploadedBy: 'xltyj-h1', arrivedAt: '2026-02-10T09:00:00+08:00' }), // prettier-ignore
      ]);
      expect(readFileSync(keptAt(folder, hashOf(bytes)))).toEqual(bytes);
      expect(underWay()).toEqual([]);
    },
  );

  test('twice is kept once, and is two files to those who brought them', async () => {
    const [one, other] = [await handler.bring('甲.pdf', pdf), await handler.bring('乙.pdf', pdf)];
    expect(one.body.id).not.toBe(other.body.id);
    expect(one.body.sha256).toBe(other.body.sha256);
  });

  test('loses path, invisible and direction-changing characters from its name', async () => {
    const { body } = await handler.bring('C:\\案件\\..\\笔\u200B录\u202E一.pdf', pdf);
    expect(body.name).toBe('笔录一.pdf');
    expect((await handler.bring(`${'长'.repeat(300)}.pdf`, pdf)).body.name).toHaveLength(200);
  });

  test('goes on where it stopped, and its end can be asked for again', async () => {
    const { location } = await handler.begin('分段.pdf', pdf.length);
    expect((await handler.send(location, pdf.subarray(0, 100))).offset).toBe(100);
    expect((await handler.send(location, pdf.subarray(0, 100))).status).toBe(409);
    expect((await handler.standing(location)).offset).toBe(100);
    expect((await handler.get(`${location}/details`)).status).toBe(404);
    expect((await handler.send(location, pdf.subarray(100), 100)).status).toBe(204);
    expect((await handler.standing(location)).offset).toBe(pdf.length);
    expect((await handler.get(`${location}/details`)).body.sha256).toBe(hashOf(pdf));
  });
});

describe('a file that is refused leaves nothing but its refusal', () => {
  const word = docxOf(['x']);
  test.each<[string, string, Buffer, number, string]>([
    ['nothing in it', '空.pdf', Buffer.alloc(0), 422, 'evidence.empty'],
    ['a picture that calls itself a PDF', '证.pdf', pngOf(4, 4), 422, 'evidence.mismatch'],
    ['a PDF that calls itself a text', '证.txt', pdf, 422, 'evidence.mismatch'],
    ['an archive that calls itself a Word document', '证.docx', zipOf({ a: 'b' }), 422, 'evidence.mismatch'],
    ['a program', '工具.exe', Buffer.from('MZ'), 422, 'evidence.typeNotAllowed'],
    ['a page', '证.html', Buffer.from('<script>alert(1)</script>'), 422, 'evidence.typeNotAllowed'],
    ['a program that only looks like a PDF', '证\u202Efdp.exe', pdf, 422, 'evidence.typeNotAllowed'],
    ['no end to its name', '证据', pdf, 422, 'evidence.typeNotAllowed'],
    ['nothing before the end of its name', '../.pdf', pdf, 422, 'evidence.unnamed'],
    ['a Word document with macros', '证.docm', word, 422, 'evidence.macros'],
    ['macros under a harmless name', '证.docx', docxOf(['x'], { 'word/vbaProject.bin': 'x' }), 422, 'evidence.macros'],
    ['macros in an old document', '证.doc', compoundOf(['WordDocument', 'Macros']), 422, 'evidence.macros'],
    ['half a Word document', '证.docx', word.subarray(0, 900), 422, 'evidence.cutOff'],
    ['half a PDF', '证.pdf', pdf.subarray(0, 400), 422, 'evidence.cutOff'],
    ['half a picture', '证.png', pngOf(40, 40).subarray(0, 90), 422, 'evidence.cutOff'],
    ['a text in GBK', '证.txt', Buffer.from('c8fdcfee', 'hex'), 422, 'evidence.notUtf8'],
  ])('%s', async (_what, name, bytes, status, code) => {
    const before = await rows();
    const { body, ...answer } = await handler.bring(name, bytes);
    expect([answer.status, body.code]).toEqual([status, code]);
    expect([body.detail, body.detailEn]).toEqual([expect.stringMatching(/[一-龥]/), expect.stringMatching(/[a-z]{3}/)]);
    expect([await rows(), underWay()]).toEqual([before, []]);
  });

  test('one byte too many', async () => {
    const { status, body } = await handler.begin('大.pdf', evidenceFileLimit + 1);
    expect([status, body.code, underWay()]).toEqual([413, 'evidence.tooLarge', []]);
  });

  test('more bytes than it announced', async () => {
    const { location } = await handler.begin('多.pdf', 10);
    expect((await handler.send(location, pdf)).status).toBe(413);
    expect((await handler.standing(location)).offset).toBe(0);
  });

  test('a part that is no part of anything, and another protocol', async () => {
    expect((await handler.send(`/api/v1/evidence-files/${'0'.repeat(32)}`, pdf)).body.code).toBe('evidence.unknown');
    expect((await handler.send('/api/v1/evidence-files/..%2Fx', pdf)).body.code).toBe('evidence.unknown');
    const { browser, csrf } = await system.api.signedIn('xltyj-h1');
    const plain = await browser.post('/api/v1/evidence-files').set('X-CSRF-Token', csrf);
    expect([plain.status, plain.body.code]).toEqual([412, 'upload.version']);
  });
});

describe('who may bring a file', () => {
  test('not without signing in, nor without the token', async () => {
    const { browser } = await system.api.signedIn('xltyj-h1');
    const headers = { 'Tus-Resumable': '1.0.0', 'Upload-Length': '5', 'Upload-Metadata': `filename ${btoa('a.txt')}` };
    expect((await system.api.browser().post('/api/v1/evidence-files').set(headers)).body.code).toBe('session.required');
    expect((await browser.post('/api/v1/evidence-files').set(headers)).body.code).toBe('csrf.missing');
  });

  test.each([
    ['a reviewer, for a case', 'xltyj-r1', true, 403],
    ['a reviewer, for a case still to be filed', 'xltyj-r1', false, 403],
    ['a handler of another agency, for a case that they may not see', 'wsq-h1', true, 404],
    ['a handler of the agency who does not handle it', 'xltyj-h6', true, 403],
  ])('%s', async (_who, person, named, status) => {
    const bringer = await bringerOf(system.api, person, at);
    expect((await bringer.begin('证.pdf', pdf.length, named ? { caseId } : {})).status).toBe(status);
  });

  test('nobody goes on with somebody else’s upload', async () => {
    const { location } = await handler.begin('证.pdf', pdf.length);
    const other = await bringerOf(system.api, 'xltyj-h2', at);
    expect((await other.send(location, pdf)).status).toBe(404);
    expect((await other.standing(location)).status).toBe(404);
  });
});

describe('evidence with its files', () => {
  test('names them, says who brought them, and their SHA-256 is part of what is reviewed', async () => {
    const { id } = (await handler.bring('物证.pdf', pdf, caseId)).body;
    const same = { kind: '书证', name: '培训档案', obtainedAt: at };
    const plain = await act('xltyj-h1', 'addRecord', { id: 'E71', ...same });
    const added = await act('xltyj-h1', 'addRecord', { id: 'E72', ...same, files: [id] });
    expect([plain.status, added.status]).toEqual([200, 200]);
    expect(added.body.reviewedHash).not.toBe(plain.body.reviewedHash);
    const { evidence } = await readCase('xltyj-r1');
    expect(evidence.find((item: { id: string }) => item.id === 'E72')).toMatchObject({
      ...{ isEvidence: true, kind: '书证', name: '培训档案', actor: 'xltyj-h1' },
      files: [{ id, name: '物证.pdf', size: pdf.length, mediaType: 'application/pdf', sha256: hashOf(pdf), uploaderName: expect.any(String) }], // prettier-ignore
    });
    const [event] = await system.db.asOwner<{ data: object; words: { files: object[] } }>(`SELECT data, words FROM event WHERE words ? 'files'`); // prettier-ignore
    expect(event!.words.files[0]).toMatchObject({ id, sha256: hashOf(pdf) });
    expect(JSON.stringify(event!.data)).not.toContain('物证');
  });

  test('the same key with the same files is one record', async () => {
    const { id } = (await handler.bring('一次.pdf', pdf)).body;
    const { browser, csrf } = await system.api.signedIn('xltyj-h1');
    const send = (files: string[]) => browser
      .post(`/api/v1/cases/${caseId}/actions/addRecord`)
      .set({ 'X-CSRF-Token': csrf, 'Idempotency-Key': 'the-same-key', 'Sanxiang-Clock': at })
      .send({ id: 'E73', kind: '书证', name: '一次', files }); // prettier-ignore
    const [first, second] = [await send([id]), await send([id])];
    expect([first.status, second.body.seq]).toEqual([200, first.body.seq]);
    expect((await send([])).body.code).toBe('idempotency.mismatch');
  });

  test('is refused with files that are not there, another agency’s or another case’s', async () => {
    const other = await bringerOf(system.api, 'wsq-h1', at);
    const theirs = (await other.bring('证.pdf', pdf)).body.id as string;
    const story = storyOf('C02').requests;
    const second = await system.tellAll(upTo(story, 'register'));
    const bringer = await bringerOf(system.api, story[0]!.person, at);
    const elsewhere = (await bringer.bring('证.pdf', pdf, second)).body.id as string;
    const tried = [];
    for (const id of ['0'.repeat(32), theirs, elsewhere]) {
      const { status, body } = await act('xltyj-h1', 'addRecord', { id: 'E79', kind: '书证', name: '证', files: [id] });
      tried.push([status, body.code, body.details.files]);
    }
    expect(tried).toEqual([
      [404, 'evidence.unknown', ['0'.repeat(32)]],
      [404, 'evidence.unknown', [theirs]],
      [409, 'evidence.otherCase', [elsewhere]],
    ]);
  });
});

describe('reading a file', () => {
  let place: string;
  let bytes: Buffer;
  beforeAll(async () => {
    bytes = Buffer.from('一二三四五六七八九十'.repeat(50));
    const { id } = (await handler.bring('记事.txt', bytes)).body;
    place = `/api/v1/evidence-files/${id}`;
  });

  test('is for whoever brought it, and with the case for whoever may read that', async () => {
    const [colleague, reviewer, stranger] = [await bringerOf(system.api, 'xltyj-h2', at), await bringerOf(system.api, 'xltyj-r1', at), await bringerOf(system.api, 'wsq-h1', at)]; // prettier-ignore
    const statuses = async () => Promise.all([handler, colleague, reviewer, stranger].map(async (one) => (await one.get(place)).status)); // prettier-ignore
    expect(await statuses()).toEqual([200, 404, 404, 404]);
    await act('xltyj-h1', 'addRecord', { id: 'E81', kind: '书证', name: '记事', files: [place.split('/').at(-1)] });
    expect(await statuses()).toEqual([200, 200, 200, 404]);
    expect((await system.api.browser().get(place)).status).toBe(401);
    // Administrators read no case.
    expect((await (await bringerOf(system.api, 'xltyj-y1', at)).get(place)).status).toBe(404);
    // The overseeing bureau reads it, and puts nothing of the agency's on record.
    expect((await (await bringerOf(system.api, 'xltsf-o1', at)).get(place)).status).toBe(200);
    const put = await act('xltsf-o1', 'addRecord', {
      id: 'E82',
      kind: '书证',
      name: '证',
      files: [place.split('/').at(-1)],
    });
    expect(put.body.code).toBe('evidence.unknown');
    // Who has no part in cases any more reads what they brought no more than the rest of its case.
    const [held] = await system.db.asOwner<{ roles: string[] }>(`SELECT roles FROM person WHERE id = 'xltyj-h1'`);
    const withRoles = (roles: string[]) => system.db.asOwner(`UPDATE person SET roles = $1 WHERE id = 'xltyj-h1'`, [roles]); // prettier-ignore
    await withRoles(['auditAdmin']);
    expect((await handler.get(place)).status).toBe(404);
    await withRoles(held!.roles);
    expect((await handler.get(place)).status).toBe(200);
  });

  test('brings the bytes, whole or a part, under headers that let nothing run', async () => {
    const { headers, bytes: whole } = await handler.get(place);
    expect(whole).toEqual(bytes);
    expect(headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
      'content-security-policy': expect.stringMatching(/default-src 'none'.*sandbox/),
      'content-disposition': expect.stringMatching(/^inline;.*filename\*=UTF-8''%E8%AE%B0%E4%BA%8B\.txt$/),
    });
    const part = await handler.get(place, { Range: 'bytes=3-8' });
    expect([part.status, part.bytes.toString()]).toEqual([206, '二三']);
    const outside = await handler.get(place, { Range: 'bytes=99999-' });
    expect([outside.status, outside.body.code]).toEqual([416, 'range.outside']);
    expect((await handler.get(place, { 'If-None-Match': headers['etag']! })).status).toBe(304);
  });

  test('gives out nothing else than arrived', async () => {
    const kept = keptAt(folder, hashOf(bytes));
    writeFileSync(kept, Buffer.concat([bytes.subarray(0, -1), Buffer.from('.')]));
    expect((await handler.get(place)).body.code).toBe('evidence.damaged');
    rmSync(kept);
    expect((await handler.get(place)).body.code).toBe('evidence.damaged');
    // Brought again, it is there for the first one too.
    await handler.bring('再来.txt', bytes);
    expect((await handler.get(place)).bytes).toEqual(bytes);
  });
});

describe('a crash between any two lines', () => {
  const fresh = () => docxOf([String(Math.random())]);

  test('before the file is looked at: whoever asks next finds it arrived', async () => {
    const bytes = fresh();
    const { location } = await handler.begin('证.docx', bytes.length);
    writeFileSync(join(uploadsIn(folder), location.split('/').at(-1)!), bytes);
    expect((await handler.standing(location)).offset).toBe(bytes.length);
    expect((await handler.get(`${location}/details`)).body.sha256).toBe(hashOf(bytes));
  });

  test('while the database is away: the upload stays, and arrives afterwards', async () => {
    const bytes = fresh();
    const { location } = await handler.begin('证.docx', bytes.length);
    await system.db.asOwner('ALTER TABLE evidence_file ADD CONSTRAINT away CHECK (false) NOT VALID');
    expect((await handler.send(location, bytes)).status).toBe(500);
    expect(existsSync(keptAt(folder, hashOf(bytes)))).toBe(false);
    await system.db.asOwner('ALTER TABLE evidence_file DROP CONSTRAINT away');
    expect((await handler.standing(location)).offset).toBe(bytes.length);
    expect((await handler.get(location)).bytes).toEqual(bytes);
  });

  test('after the file was kept and before its row: it counts as never sent, and can be brought again', async () => {
    const bytes = fresh();
    const { location } = await handler.begin('证.docx', bytes.length);
    rmSync(join(uploadsIn(folder), location.split('/').at(-1)!));
    expect((await handler.standing(location)).status).toBe(404);
    expect((await handler.bring('证.docx', bytes)).status).toBe(200);
  });

  test('uploads to which nothing came for a day are swept, those of today are not', async () => {
    for (const name of readdirSync(uploadsIn(folder))) rmSync(join(uploadsIn(folder), name));
    const [old, young] = [await handler.begin('旧.pdf', 9), await handler.begin('新.pdf', 9)];
    const [oldId, youngId] = [old.location.split('/').at(-1)!, young.location.split('/').at(-1)!];
    const now = Date.now();
    const yesterday = new Date(now - 86_400_001);
    writeFileSync(join(uploadsIn(folder), 'left.json'), '{}');
    for (const name of [oldId, `${oldId}.json`, 'left.json'])
      utimesSync(join(uploadsIn(folder), name), yesterday, yesterday);
    expect(await sweepUploads(folder, now)).toBe(3);
    expect(underWay().toSorted()).toEqual([youngId, `${youngId}.json`].toSorted());
    expect((await handler.standing(old.location)).status).toBe(404);
  });
});
