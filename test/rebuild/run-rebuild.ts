import { spawn, type ChildProcess } from 'node:child_process';

export interface RebuildRun {
  child: ChildProcess;
  /** Exit code (null when it was killed) and all that was said, when it has ended. */
  ended: Promise<{ code: number | null; said: string; result: Record<string, number> | null }>;
}

/** `npm run rebuild -- ...`, as a process of its own. */
export function runRebuild(args: string[], environment: Record<string, string>): RebuildRun {
  const child = spawn(process.execPath, ['--import', 'tsx', 'rebuild/main.ts', ...args], {
    env: { PATH: process.env['PATH'], ...environment },
  });
  let [said, result] = ['', ''];
  child.stderr.on('data', (piece: Buffer) => (said += piece.toString()));
  child.stdout.on('data', (piece: Buffer) => (result += piece.toString()));
  const ended = new Promise<Awaited<RebuildRun['ended']>>((resolve) => {
    child.on('close', (code) => {
      resolve({ code, said, result: result ? (JSON.parse(result) as Record<string, number>) : null });
    });
  });
  return { child, ended };
}
