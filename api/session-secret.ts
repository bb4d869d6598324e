import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';

/** The secret that signs session cookies: the configured one, or a random one kept where only its owner may read it. */
export function sessionSecret(config: Config): string {
  if (config.session.secret) return config.session.secret;
  if (config.profile === 'production') {
    throw new Error('缺少 SANXIANG_SESSION_SECRET。 SANXIANG_SESSION_SECRET is required in production.');
  }
  const file = join(config.dataDir, 'session-secret');
  // A full disk may have left it empty.
  const kept = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  if (kept) return kept;
  mkdirSync(config.dataDir, { recursive: true });
  const secret = randomBytes(32).toString('base64url');
  writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  return secret;
}
