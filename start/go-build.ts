import { spawn } from 'node:child_process';
import { renameSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findOnPath } from './path-search.ts';
import type { Say } from './wait.ts';

const moduleFolder = fileURLToPath(new URL('../tools/temporal', import.meta.url));
const remindMs = 15_000;

/**
 * Builds the pinned Temporal CLI with the Go toolchain into `target`; the file appears there only when it is complete, so
 * two builds at once harm nothing. @returns false, with the reason said, when there is no Go or the build fails.
 */
export async function buildTemporal(target: string, say: Say): Promise<boolean> {
  const go = findOnPath('go');
  if (!go) {
    say('没有 Go 工具链，无法自行编译 Temporal · no Go toolchain, so Temporal cannot be built here');
    return false;
  }
  say(
    '正在用 Go 编译 Temporal，首次约需 4 分钟，之后使用缓存 · building Temporal with Go: about 4 minutes once, cached after that',
  );
  const unfinished = `${target}.${process.pid}.part`;
  try {
    await runGo(
      go,
      ['build', '-trimpath', '-ldflags', '-s -w', '-o', unfinished, 'github.com/temporalio/cli/cmd/temporal'],
      say,
    );
    renameSync(unfinished, target);
    return true;
  } catch (error) {
    say(`编译失败 · the build failed: ${(error as Error).message}`);
    return false;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

function runGo(go: string, args: string[], say: Say): Promise<void> {
  const start = Date.now();
  const seconds = () => Math.round((Date.now() - start) / 1000);
  const timer = setInterval(() => say(`仍在编译（${seconds()} 秒） · still building (${seconds()} s)`), remindMs);
  return new Promise<void>((resolve, reject) => {
    // An older Go fetches the toolchain that go.mod asks for; without cgo no C compiler is needed.
    const env = { ...process.env, CGO_ENABLED: '0', GOTOOLCHAIN: 'auto', GOWORK: 'off' };
    const child = spawn(go, args, { cwd: moduleFolder, env, stdio: ['ignore', 'ignore', 'pipe'] });
    let printed = '';
    child.stderr.on('data', (chunk: Buffer) => (printed = (printed + chunk.toString()).slice(-2000)));
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(printed.trim() || `go: exit ${code}`))));
  }).finally(() => clearInterval(timer));
}
