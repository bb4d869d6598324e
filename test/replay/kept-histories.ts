import protobuf from '@temporalio/proto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';

const { History } = protobuf.temporal.api.history.v1;
export type History = protobuf.temporal.api.history.v1.IHistory;

const keptIn = new URL('histories/', import.meta.url);
const ending = '.binpb.gz';

/** Every kept history by its name: Temporal's own protobuf message (temporal.api.history.v1.History), gzipped. */
export function keptHistories(folder = keptIn): Map<string, History> {
  const names = readdirSync(folder).filter((name) => name.endsWith(ending));
  return new Map(
    names.sort().map((name) => {
      const bytes = gunzipSync(readFileSync(new URL(name, folder)));
      return [name.slice(0, -ending.length), History.decode(bytes)];
    }),
  );
}

/** Replaces all that was kept. What names the machine is left away: who polled, and where in which file something failed. */
export function keepHistories(histories: Map<string, History>, folder = keptIn): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, history] of histories) {
    const plain = History.toObject(History.fromObject(history));
    const bytes = History.encode(History.fromObject(withoutMachine(plain) as object)).finish();
    writeFileSync(new URL(`${name}${ending}`, folder), gzipSync(bytes, { level: 9 }));
  }
}

const machine = ['identity', 'stackTrace', 'binaryChecksum', 'workerVersion'];

function withoutMachine(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutMachine);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const kept = Object.entries(value).filter(([key]) => !machine.includes(key));
  return Object.fromEntries(kept.map(([key, entry]) => [key, withoutMachine(entry)]));
}

/** Everything a history carries, read from JSON: inputs, answers, what the activities answered. */
export function payloadsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(payloadsOf);
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [];
  const { data, metadata } = value as { data?: unknown; metadata?: unknown };
  if (!(data instanceof Uint8Array && metadata)) return Object.values(value).flatMap(payloadsOf);
  return data.length === 0 ? [] : [JSON.parse(Buffer.from(data).toString('utf8'))];
}
