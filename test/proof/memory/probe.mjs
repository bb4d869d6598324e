// Preloaded into API and worker by NODE_OPTIONS, in every thread: on SIGUSR2 all threads collect their garbage, and the
// process writes what it holds then into PROBE_FOLDER.
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { BroadcastChannel, isMainThread, threadId } from 'node:worker_threads';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
const channel = new BroadcastChannel('memory-probe');
channel.unref();

/** Twice, since what finalizers let go is collected the next time. */
async function collected() {
  collect();
  await sleep(50);
  collect();
  return process.memoryUsage();
}

if (isMainThread) {
  /** @type {Record<string, number>} */
  let threads = {};
  channel.onmessage = ({ data }) => {
    if (data.thread) threads[data.thread] = data.heapUsed;
  };
  process.on('SIGUSR2', async () => {
    threads = {};
    channel.postMessage({ collect: true });
    await sleep(1_500);
    const { rss, heapUsed, external } = await collected();
    const heaps = Object.values(threads);
    const file = join(process.env.PROBE_FOLDER, `${process.pid}.json`);
    const told = { rss, heapUsed: heaps.reduce((sum, heap) => sum + heap, heapUsed), external, threads: heaps.length };
    writeFileSync(`${file}.part`, JSON.stringify(told));
    renameSync(`${file}.part`, file);
  });
} else {
  channel.onmessage = async ({ data }) => {
    if (!data.collect) return;
    const { heapUsed } = await collected();
    channel.postMessage({ thread: String(threadId), heapUsed });
  };
}
