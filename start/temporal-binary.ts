import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { buildTemporal } from './go-build.ts';
import { downloadOfficial } from './official-download.ts';
import { findOnPath } from './path-search.ts';
import type { Say } from './wait.ts';

/** The version that tools/temporal/go.mod pins; part of the cached file's name. */
export const temporalCliVersion = '1.5.1';

/** Update-with-start, on which every case rests, is complete from this server version on. */
const oldestServer = [1, 28] as const;

/**
 * Finds a `temporal` program: SANXIANG_TEMPORAL_CLI, PATH, the cache, the official download, a Go build, in this order.
 * @returns its path
 * @throws one sentence with the ways out when none is possible
 */
export async function findTemporalServer(say: Say): Promise<string> {
  const given = process.env['SANXIANG_TEMPORAL_CLI'];
  if (given) {
    if (!serverVersion(given)) throw new Error(notATemporal(given));
    return given;
  }
  const onPath = findOnPath('temporal');
  if (onPath && usable(onPath, say)) return onPath;

  const built = join(cacheFolder(), `temporal-cli-${temporalCliVersion}`);
  const downloaded = join(cacheFolder(), 'temporal-cli-official-1.24.0');
  for (const cached of [built, downloaded]) if (existsSync(cached) && serverVersion(cached)) return cached;

  if (await downloadOfficial('temporal', downloaded, say)) return downloaded;
  if (await buildTemporal(built, say)) return built;
  throw new Error(waysOut);
}

const waysOut =
  '找不到 Temporal 服务：请设置 TEMPORAL_ADDRESS 指向已有服务，或安装 temporal 命令行程序（放入 PATH 或用 SANXIANG_TEMPORAL_CLI 指定），' +
  '或允许访问 temporal.download，或安装 Go 1.21 以上（含模块代理）后重试。 ' +
  'No Temporal server can be had: set TEMPORAL_ADDRESS to an existing one, or install the temporal CLI (on PATH, or named by ' +
  'SANXIANG_TEMPORAL_CLI), or allow access to temporal.download, or install Go 1.21 or later with a module proxy, and try again.';

function notATemporal(path: string): string {
  return `SANXIANG_TEMPORAL_CLI（${path}）不是可运行的 temporal 程序。 SANXIANG_TEMPORAL_CLI (${path}) is not a temporal program that runs here.`;
}

function usable(path: string, say: Say): boolean {
  const version = serverVersion(path);
  if (version && isRecent(version)) return true;
  say(`${path} 过旧或不可用，改用其他来源 · ${path} is too old or does not run, looking elsewhere`);
  return false;
}

function serverVersion(path: string): [number, number] | undefined {
  try {
    const printed = execFileSync(path, ['--version'], {
      encoding: 'utf8',
      timeout: 20_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const found = /Server (\d+)\.(\d+)/.exec(printed);
    return found ? [Number(found[1]), Number(found[2])] : undefined;
  } catch {
    return undefined;
  }
}

function isRecent([major, minor]: [number, number]): boolean {
  return major > oldestServer[0] || (major === oldestServer[0] && minor >= oldestServer[1]);
}
