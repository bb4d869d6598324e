import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createKeeper, type Raced, type Saving } from '../../web/filing/keeper.ts';
import { reconcileCopies, type Copy } from '../../web/filing/reconcile-copies.ts';
import type { Typed } from '../../web/filing/typed.ts';
import { Problem, Unreachable } from '../../web/http.ts';

const newId = () => 'another';
const at = '2026-03-02T10:21:00+08:00';

describe('copies on the server and in the browser', () => {
  const kept = [{ id: 'a', revision: 3, savedAt: at, content: { facts: '三' } }];
  const left = (base: number, facts: string) => [{ key: 'k', id: 'a', base, content: { facts } }];

  it('are one where the browser wrote on top of what the server has', () => {
    expect(reconcileCopies(kept, left(3, '四'), newId)).toEqual([
      { id: 'a', base: 3, content: { facts: '四' }, savedAt: at, unsaved: true },
    ]);
  });

  it('are one where the answer was lost on its way', () => {
    expect(reconcileCopies(kept, left(2, '三'), newId)).toHaveLength(1);
  });

  it('are two where somebody wrote meanwhile, the words here under a new id', () => {
    expect(reconcileCopies(kept, left(2, '另三'), newId)).toEqual([
      { id: 'a', base: 3, content: { facts: '三' }, savedAt: at, unsaved: false },
      { id: 'another', base: 0, content: { facts: '另三' }, savedAt: null, unsaved: true },
    ]);
  });

  it('of two windows that broke down are both kept', () => {
    const both = [...left(3, '四'), ...left(3, '五')];
    expect(reconcileCopies(kept, both, newId).map(({ content }) => content['facts'])).toEqual(['四', '五']);
  });
});

describe('what is typed', () => {
  const said: Saving['kind'][] = [];
  const raced: Raced[] = [];
  const server = new Map<string, { revision: number; content: Typed }>();
  let held: { content: Typed } | null;
  let fail: Error | null;
  let drops: string[];

  beforeEach(() => {
    jest.useFakeTimers();
    said.length = raced.length = 0;
    server.clear();
    [held, fail, drops] = [null, null, []];
  });
  afterEach(() => void jest.useRealTimers());

  function keeping(begun: Partial<Copy> = {}) {
    return createKeeper({
      begun: { id: 'a', base: 0, content: {}, savedAt: null, unsaved: false, ...begun },
      hold: (copy) => (held = copy),
      async keep(id, { base, content }) {
        if (fail) throw fail;
        const revision = server.get(id)?.revision ?? 0;
        if (revision !== base) throw new Problem(409, { code: 'workingCopy.changed', details: { savedAt: at } });
        server.set(id, { revision: revision + 1, content });
        return { id, revision: revision + 1, savedAt: at };
      },
      drop: async (id, revision) => void drops.push(`${id} ${revision}`),
      tell: ({ kind }) => said.push(kind),
      raced: (one) => raced.push(one),
      newId,
    });
  }

  it('is held in the browser at once, and on the server a second after typing stops', async () => {
    const keeper = keeping();
    keeper.change({ facts: '一' });
    await jest.advanceTimersByTimeAsync(900);
    keeper.change({ facts: '一二' });
    await jest.advanceTimersByTimeAsync(900);
    expect([held?.content, server.size]).toEqual([{ facts: '一二' }, 0]);
    await jest.advanceTimersByTimeAsync(200);
    expect([held, server.get('a')]).toEqual([null, { revision: 1, content: { facts: '一二' } }]);
    expect(said.at(-1)).toBe('saved');
  });

  it('stays in the browser while the server cannot be reached, and goes there when it can', async () => {
    fail = new Unreachable('');
    const keeper = keeping();
    keeper.change({ facts: '一' });
    await jest.advanceTimersByTimeAsync(20_000);
    expect([said.at(-1), held?.content]).toEqual(['unreachable', { facts: '一' }]);
    fail = null;
    await jest.advanceTimersByTimeAsync(5_000);
    expect([said.at(-1), held, server.get('a')?.content]).toEqual(['saved', null, { facts: '一' }]);
  });

  it('is not sent again and again under a session that has ended', async () => {
    fail = new Problem(401, { code: 'session.expired' });
    const keeper = keeping();
    keeper.change({ facts: '一' });
    await jest.advanceTimersByTimeAsync(30_000);
    expect(said).toEqual(['saving', 'signedOut']);
    expect(held?.content).toEqual({ facts: '一' });
    expect(await keeper.save()).toBe(false);
  });

  it('goes on as another copy where another window was first: nobody’s words are written over', async () => {
    server.set('a', { revision: 2, content: { facts: '别的窗口' } });
    const keeper = keeping({ base: 1 });
    keeper.change({ facts: '这里' });
    await jest.advanceTimersByTimeAsync(1_000);
    expect([server.get('a')?.content, server.get('another')?.content]).toEqual([
      { facts: '别的窗口' },
      { facts: '这里' },
    ]);
    expect(raced).toEqual([{ savedAt: at }]);
  });

  it('that changes while it is on its way is sent once more', async () => {
    const keeper = keeping();
    keeper.change({ facts: '一' });
    const saving = keeper.save();
    keeper.change({ facts: '二' });
    expect(await saving).toBe(true);
    expect(server.get('a')).toEqual({ revision: 2, content: { facts: '二' } });
    expect(held).toBeNull();
  });

  it('is taken away here and there when it is used up, and not written again', async () => {
    const keeper = keeping();
    keeper.change({ facts: '一' });
    await keeper.save();
    await keeper.finish();
    keeper.end();
    await jest.advanceTimersByTimeAsync(10_000);
    expect([drops, held, server.get('a')?.revision]).toEqual([['a 1'], null, 1]);
  });
});
