import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Say } from './wait.ts';

const silenceMs = 20_000;
const longestMs = 15 * 60_000;

/**
 * Has the Temporal SDK download one of its servers, and keeps the file as `target`.
 * @returns false, with the reason said, when the host does not answer within twenty seconds or the download fails.
 */
export async function downloadOfficial(server: 'temporal' | 'test-server', target: string, say: Say): Promise<boolean> {
  if (process.env['SANXIANG_OFFLINE']) return false;
  say(`正在尝试官方下载（${server}） · trying the official download (${server})`);
  const folder = mkdtempSync(join(dirname(target), 'download-'));
  const script = fileURLToPath(new URL('official-download-child.mjs', import.meta.url));
  const child = spawn(process.execPath, [script, server, folder], { stdio: ['ignore', 'ignore', 'pipe'] });
  try {
    await downloaded(child, folder);
    const file = readdirSync(folder).find((name) => !name.endsWith('.downloading'));
    if (!file) throw new Error('no file');
    chmodSync(join(folder, file), 0o755);
    renameSync(join(folder, file), target);
    return true;
  } catch (error) {
    say(`官方下载不可用 · the official download is not available: ${(error as Error).message}`);
    return false;
  } finally {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Waits for the child as long as bytes arrive: a host that drops packets would otherwise hold the start up for minutes. */
async function downloaded(child: ChildProcess, folder: string): Promise<void> {
  let printed = '';
  let code: number | null | undefined;
  child.stderr?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.once('close', (exit) => (code = exit));
  const start = Date.now();
  let heard = start;
  let size = 0;
  while (code === undefined) {
    await sleep(100);
    const now = bytesIn(folder);
    if (now > size) heard = Date.now();
    size = now;
    if (Date.now() - heard > silenceMs) throw new Error(`no answer within ${silenceMs / 1000} s`);
    if (Date.now() - start > longestMs) throw new Error(`not finished within ${longestMs / 60_000} minutes`);
  }
  if (code !== 0) throw new Error(printed.trim().split('\n').at(-1) || `exit ${code}`);
}

function bytesIn(folder: string): number {
  return readdirSync(folder).reduce(
    (sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
}
