import { join } from 'node:path';
import { keptPort, onKeptPort } from './kept-ports.ts';
import type { Server } from './supervise.ts';
import type { SystemOptions } from './system.ts';
import { addMissingSearchAttributes, describeNamespace } from './temporal-client.ts';
import { searchAttributes, startTemporalServer } from './temporal-server.ts';
import { waitFor, type Say } from './wait.ts';

export interface TemporalService {
  address: string;
  namespace: string;
  /** Temporal's own pages, if there are any. */
  ui?: string;
}

/** Starts Temporal below the data folder, in profile demo with its pages; `add` runs and watches it. */
export async function embeddedTemporal(
  dataDir: string,
  { say, ports, profile }: SystemOptions,
  add: (start: () => Promise<Server>) => Promise<void>,
): Promise<TemporalService> {
  say('启动内置 Temporal · starting the built-in Temporal');
  const demo = profile === 'demo';
  const wish = { asked: ports?.temporal, preferred: demo ? 7233 : undefined };
  return onKeptPort(dataDir, 'temporal', wish, async (port) => {
    const uiPort = demo
      ? await keptPort(dataDir, 'temporalUi', { asked: ports?.temporalUi, preferred: 8233 })
      : undefined;
    await add(() => startTemporalServer({ dataDir: join(dataDir, 'temporal'), port, uiPort, say }));
    const ui = uiPort ? `http://localhost:${uiPort}` : undefined;
    return { address: `127.0.0.1:${port}`, namespace: 'default', ui };
  });
}

/** Waits until a Temporal that somebody else runs answers, and adds the search attributes that it lacks. */
export async function externalTemporal(
  given: { address: string; namespace?: string },
  say: Say,
): Promise<TemporalService> {
  const { address, namespace = 'default' } = given;
  say(`连接 Temporal（${address}，${namespace}） · connecting to Temporal (${address}, ${namespace})`);
  await waitFor(() => describeNamespace(address, namespace), {
    what: 'Temporal',
    timeoutMs: 60_000,
    say,
    everyMs: 1_000,
  });
  try {
    await addMissingSearchAttributes(address, namespace, searchAttributes);
  } catch (error) {
    const names = Object.keys(searchAttributes).join(', ');
    say(
      `无权添加搜索属性，请由 Temporal 管理员添加：${names} · may not add search attributes, ask the administrator of Temporal to: ${names} (${(error as Error).message})`,
    );
  }
  return { address, namespace };
}
