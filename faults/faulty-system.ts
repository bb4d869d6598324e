import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServerProcess } from '../start/server-process.ts';
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

const root = fileURLToPath(new URL('..', import.meta.url));

/** A system of its own on a folder of its own, with a proxy in every connection and quick to start again. */
export async function startFaultySystem(dataDir: string, say: Say, signal?: AbortSignal): Promise<FaultySystem> {
  const proxies: Partial<Record<Link, Proxy>> = {};
  const close = () => Promise.all(Object.values(proxies).map((proxy) => proxy.close()));
  async function through(link: Link, port: number): Promise<number> {
    proxies[link] = await startProxy(port);
    return proxies[link].port;
  }
  try {
    const bundle = await bundledWorkflows(dataDir);
    const system = await startSystem({
      profile: 'demo',
      dataDir,
      port: 0,
      seed: true,
      restartDelay: { firstMs: 200, longestMs: 1_000 },
      env: { LOG_LEVEL: 'warn', SANXIANG_WORKFLOW_BUNDLE: bundle },
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

/** Workflow code built once: a worker that was killed is back in half the time. */
async function bundledWorkflows(dataDir: string): Promise<string> {
  const file = join(resolve(dataDir), 'workflows.js');
  const args = ['--import', 'tsx', fileURLToPath(new URL('bundle-workflows.ts', import.meta.url)), file];
  const logFile = join(dataDir, 'logs', 'bundle.log');
  const child = await startServerProcess({ name: 'bundle', command: process.execPath, args, cwd: root, logFile });
  const ended = await child.exited;
  if (ended === 'exit 0') return file;
  throw new Error(`流程代码未能打包 · the workflow code could not be bundled (${ended}):\n${child.lastLines()}`);
}

function readPasswords(file: string): Map<string, string> {
  const accounts = JSON.parse(readFileSync(file, 'utf8')) as { username: string; password: string }[];
  return new Map(accounts.map(({ username, password }) => [username, password]));
}
