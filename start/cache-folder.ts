import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where downloaded and built servers are kept for every clone and every run of this user; it is created. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  const folder = env['SANXIANG_CACHE'] ?? join(userCache(env), 'sanxiang');
  mkdirSync(folder, { recursive: true });
  return folder;
}

function userCache(env: NodeJS.ProcessEnv): string {
  if (env['XDG_CACHE_HOME']) return env['XDG_CACHE_HOME'];
  return process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache');
}
