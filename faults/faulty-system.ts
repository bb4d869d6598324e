import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../start/ports.ts';
import { startSystem, type RunningSystem } from '../start/system.ts';
import type { Say } from '../start/wait.ts';
import type { Link } from './fault-schedule.ts';
import { startProxy, type Proxy } from './proxy.ts';

export interface FaultySystem {
  /** Where clients reach the API, through a proxy. */
  url: string;
  system: RunningSystem;
  proxies: Record<Link, Proxy>;
  /** Of each person of the demo. */
  passwords: Map<string, string>;
  stop(): Promise<void>;
}

/** A system of its own on a folder of its own, with a proxy in every connection and quick to start again. */
export async function startFaultySystem(dataDir: string, say: Say, signal?: AbortSignal): Promise<FaultySystem> {
  const proxies: Partial<Record<Link, Proxy>> = {};
  const close = () => Promise.all(Object.values(proxies).map((proxy) => proxy.close()));
  async function through(link: Link, port: number): Promise<number> {
    proxies[link] = await startProxy(port);
    return proxies[link].port;
  }
  try {
    const system = await startSystem({
      profile: 'demo',
      dataDir,
      port: await freePort(),
      ports: { postgres: await freePort(), temporal: await freePort(), temporalUi: await freePort() },
      seed: true,
      restartDelay: { firstMs: 200, longestMs: 1_000 },
      env: { LOG_LEVEL: 'warn' },
      through,
      say,
      signal,
    });
    const url = `http://127.0.0.1:${await through('clients', system.port)}`;
    const passwords = readPasswords(join(system.dataDir, 'demo-accounts.json'));
    return {
      url,
      system,
      proxies: proxies as Record<Link, Proxy>,
      passwords,
      async stop() {
        await system.stop();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function readPasswords(file: string): Map<string, string> {
  const accounts = JSON.parse(readFileSync(file, 'utf8')) as { username: string; password: string }[];
  return new Map(accounts.map(({ username, password }) => [username, password]));
}
