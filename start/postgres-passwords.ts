import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { writeWholeFile } from './whole-file.ts';

/** postgres: superuser, used by the start alone; sanxiang_owner: migrates; sanxiang_app: what API and worker are. */
export type DatabaseRole = 'postgres' | 'sanxiang_owner' | 'sanxiang_app';

export type Passwords = Record<DatabaseRole, string>;

/** The random passwords of the embedded server, made once and kept in a file that only its owner may read. */
export function keptPasswords(file: string): Passwords {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Passwords;
  const password = () => randomBytes(24).toString('base64url');
  const passwords = { postgres: password(), sanxiang_owner: password(), sanxiang_app: password() };
  writeWholeFile(file, `${JSON.stringify(passwords, null, 2)}\n`, 0o600);
  return passwords;
}
