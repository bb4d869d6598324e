import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CutKind } from './fault-schedule.ts';

export interface Proxy {
  port: number;
  /** Cuts what is connected now; until it is over nobody else is let in. */
  cut(how: CutKind, lastsMs: number): Promise<void>;
  close(): Promise<void>;
}

interface Pair {
  near: Socket;
  far: Socket;
}

/** Passes on what comes to a port of its own on loopback to another port there. */
export async function startProxy(target: number): Promise<Proxy> {
  const pairs = new Set<Pair>();
  let cuts = 0;

  const server = createServer((near) => {
    if (cuts > 0) return void near.resetAndDestroy();
    const pair = { near, far: connect(target, '127.0.0.1') };
    pairs.add(pair);
    for (const socket of [pair.near, pair.far]) {
      socket.setNoDelay(true);
      socket.on('error', () => reset(pair));
      socket.on('close', () => reset(pair));
    }
    pair.near.pipe(pair.far);
    pair.far.pipe(pair.near);
  });

  function reset(pair: Pair): void {
    if (!pairs.delete(pair)) return;
    pair.near.resetAndDestroy();
    pair.far.resetAndDestroy();
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    async cut(how, lastsMs) {
      const hit = [...pairs];
      cuts += 1;
      for (const pair of hit) mute(pair, how);
      await sleep(lastsMs);
      for (const pair of hit) reset(pair);
      cuts -= 1;
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const pair of pairs) reset(pair);
      await closed;
    },
  };
}

function mute({ near, far }: Pair, how: CutKind): void {
  if (how === 'reset') return;
  far.unpipe(near);
  // What the server answers is read and lost.
  if (how === 'deaf') return void far.resume();
  near.unpipe(far);
  near.pause();
  far.pause();
}
