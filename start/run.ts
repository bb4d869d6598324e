import { join, resolve } from 'node:path';
import { optionsFromEnvironment } from './options.ts';
import { summary } from './summary.ts';
import { startSystem, type RunningSystem } from './system.ts';

const startedAt = Date.now();
const abort = new AbortController();
let running: RunningSystem | undefined;
let askedAt = 0;

/** One Ctrl-C arrives several times (from the terminal, from npm): only a later one is a second wish. */
const sameWishMs = 1_500;

function say(sentence: string): void {
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1).padStart(6);
  console.log(`[${seconds} s] ${sentence}`);
}

async function stop(): Promise<void> {
  const now = Date.now();
  if (askedAt) {
    if (now - askedAt > sameWishMs) process.exit(1);
    return;
  }
  askedAt = now;
  say('正在停止，再按一次 Ctrl-C 强制退出 · stopping; Ctrl-C once more forces it');
  if (!running) return abort.abort(new Error('已取消启动 · the start was cancelled'));
  await running.stop();
  say('已停止，数据已保存 · stopped, everything is kept');
  process.exit(0);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
process.on('disconnect', () => void stop());
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

try {
  const options = optionsFromEnvironment(process.env, process.argv.slice(2));
  say(`三项启动，数据目录 ${resolve(options.dataDir)} · Sanxiang starts, data in ${resolve(options.dataDir)}`);
  running = await startSystem({ ...options, say, signal: abort.signal });
  console.log(summary(running, options.profile, join(running.dataDir, 'demo-accounts.json')));
} catch (error) {
  console.error(`\n${(error as Error).message}\n`);
  process.exit(abort.signal.aborted ? 0 : 1);
}
