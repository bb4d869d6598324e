import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestApi } from '../support/api.ts';
import { createRecordedSystem, type RecordedSystem } from '../support/recorded-system.ts';
import { storyOf, upTo } from '../support/stories.ts';

let system: RecordedSystem;
let caseId: string;
const signed = new Map<string, Awaited<ReturnType<TestApi['signedIn']>>>();
beforeAll(async () => {
  system = await createRecordedSystem();
  caseId = await system.tellAll(upTo(storyOf('C01').requests, 'saveDraft'));
  for (const person of ['xltyj-h1', 'xltyj-h2', 'czsw-h1', 'xltsf-o1'])
    signed.set(person, await system.api.signedIn(person));
});
afterAll(() => system.close());

const path = '/api/v1/working-copies';
const newId = () => randomBytes(16).toString('hex');

async function keep(id: string, base: number, content: object, { person = 'xltyj-h1', place = 'new' } = {}) {
  const { browser, csrf } = signed.get(person)!;
  return browser.put(`${path}/${id}`).set('X-CSRF-Token', csrf).send({ place, base, content });
}

async function drop(id: string, revision: number, person = 'xltyj-h1') {
  const { browser, csrf } = signed.get(person)!;
  return browser.delete(`${path}/${id}?revision=${revision}`).set('X-CSRF-Token', csrf);
}

async function copies(
  person = 'xltyj-h1',
  place = 'new',
): Promise<{ id: string; revision: number; content: object }[]> {
  const { body } = await system.get(person, `${path}?place=${place}`);
  return body.items;
}

describe('a working copy', () => {
  test('keeps what was typed as it was typed, also what a filing would refuse', async () => {
    const id = newId();
    const content = { title: '<script>alert(1)</script>', facts: 'a\u0000b\u202Ec\uD800\n\t', 'party.name': '\u200B' };
    expect((await keep(id, 0, content)).body).toMatchObject({ id, revision: 1 });
    expect((await keep(id, 1, { ...content, cause: '未培训' })).body).toMatchObject({ id, revision: 2 });
    expect(await copies()).toMatchObject([{ id, revision: 2, content: { ...content, cause: '未培训' } }]);
    expect((await drop(id, 2)).status).toBe(204);
    expect(await copies()).toEqual([]);
  });

  test('that another window wrote to is not written over, and who comes second is told when', async () => {
    const id = newId();
    await keep(id, 0, { facts: '一' });
    await keep(id, 1, { facts: '二' });
    const late = await keep(id, 1, { facts: '另一个二' });
    expect(late).toMatchObject({ status: 409, body: { code: 'workingCopy.changed', details: { revision: 2 } } });
    expect((await drop(id, 1)).status).toBe(409);
    expect(await copies()).toMatchObject([{ id, revision: 2, content: { facts: '二' } }]);
    await drop(id, 2);
  });

  test('sent again after its answer was lost is answered as before', async () => {
    const id = newId();
    const [first, again] = [await keep(id, 0, { facts: '一' }), await keep(id, 0, { facts: '一' })];
    expect(again.body).toEqual(first.body);
    const [second, oneMore] = [await keep(id, 1, { facts: '二' }), await keep(id, 1, { facts: '二' })];
    expect(oneMore.body).toEqual(second.body);
    expect((await drop(id, 2)).status).toBe(204);
    expect((await drop(id, 2)).status).toBe(204);
  });

  test('that was used up does not come back', async () => {
    const id = newId();
    await keep(id, 0, { facts: '一' });
    await drop(id, 1);
    expect(await keep(id, 1, { facts: '二' })).toMatchObject({ status: 409, body: { code: 'workingCopy.gone' } });
    expect(await copies()).toEqual([]);
  });

  test('is nobody’s but the writer’s, the other handler’s of the same case no more than a stranger’s', async () => {
    const id = newId();
    await keep(id, 0, { facts: '只给自己看' }, { place: caseId });
    expect(await copies('xltyj-h1', caseId)).toHaveLength(1);
    expect(await copies('xltyj-h2', caseId)).toEqual([]);
    expect(await keep(id, 0, { facts: '别人' }, { person: 'xltyj-h2', place: caseId })).toMatchObject({ status: 200 });
    expect((await drop(id, 1, 'xltyj-h2')).status).toBe(204);
    expect(await copies('xltyj-h1', caseId)).toMatchObject([{ id, content: { facts: '只给自己看' } }]);
    const strange = { person: 'czsw-h1', place: caseId };
    expect(await keep(newId(), 0, {}, strange)).toMatchObject({ status: 404, body: { code: 'case.unknown' } });
    expect((await system.get('czsw-h1', `${path}?place=${caseId}`)).body.code).toBe('case.unknown');
    // The overseers read the case, and write nothing in it.
    const overseer = { person: 'xltsf-o1', place: caseId };
    expect(await keep(newId(), 0, {}, overseer)).toMatchObject({ status: 404, body: { code: 'case.unknown' } });
  });

  test('is one of fifty at most, of which each can still be written to', async () => {
    const ids = Array.from({ length: 50 }, newId);
    for (const id of ids) expect((await keep(id, 0, { facts: '一' }, { person: 'czsw-h1' })).status).toBe(200);
    const beyond = await keep(newId(), 0, {}, { person: 'czsw-h1' });
    expect(beyond).toMatchObject({ status: 409, body: { code: 'workingCopy.tooMany' } });
    expect((await keep(ids[0]!, 1, { facts: '二' }, { person: 'czsw-h1' })).status).toBe(200);
    expect((await keep(ids[1]!, 0, { facts: '一' }, { person: 'czsw-h1' })).status).toBe(200);
  });

  test('is hidden by the database from whoever does not name its owner', async () => {
    const id = newId();
    await keep(id, 0, { facts: '一' });
    const seen = await system.db.database.$transaction(async (transaction) => {
      await transaction.$executeRaw`SELECT set_config('app.agency', 'xltyj', true)`;
      return transaction.workingCopy.count();
    });
    expect(seen).toBe(0);
    await drop(id, 1);
  });

  test('has a revision, a place and texts, and nothing else', async () => {
    for (const [base, content, more] of [[-1, {}, {}], [0, { facts: 1 }, {}], [0, { '<b>': '' }, {}], [0, {}, { x: 1 }]] as const) {
      const { browser, csrf } = signed.get('xltyj-h1')!;
      const sent = { place: 'new', base, content, ...more };
      const answer = await browser.put(`${path}/${newId()}`).set('X-CSRF-Token', csrf).send(sent);
      expect(answer).toMatchObject({ status: 400, body: { code: 'input.invalid' } });
    } // prettier-ignore
  });
});
