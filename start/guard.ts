import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

let guard: ChildProcess | undefined;

/**
 * Has the process ended when this one dies without doing so itself (kill -9, a crash, a test run broken off).
 * One small helper process serves all; it lives outside this process group, so that a Ctrl-C does not reach it.
 */
export function guardProcess(pid: number, signal: NodeJS.Signals): void {
  guard ??= startGuard();
  tell(`add ${pid} ${signal}`);
}

/** To be called when the process has ended: its number may be given to another one. */
export function releaseProcess(pid: number): void {
  tell(`remove ${pid}`);
}

function startGuard(): ChildProcess {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL('guard-child.ts', import.meta.url))],
    {
      cwd: fileURLToPath(new URL('..', import.meta.url)),
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    },
  );
  child.stdin?.on('error', () => {});
  child.on('error', () => {});
  child.unref();
  (child.stdin as unknown as { unref?: () => void } | null)?.unref?.();
  return child;
}

function tell(line: string): void {
  guard?.stdin?.write(`${line}\n`);
}
