import { mkdirSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import { evidenceFileLimit } from '../domain/evidence-file.ts';
import { uploadsIn } from './folder.ts';

const unfinishedForMs = 86_400_000;

/** What was told when an upload began, in our words, not the sender's. */
export interface UploadMark {
  name: string;
  uploader: string;
  caseId: string | null;
}

/** An upload as far as it came. */
export interface Upload extends UploadMark {
  /** Where its bytes lie. */
  path: string;
  size: number;
  offset: number;
}

export interface Uploads {
  /** Answers a request of the tus protocol whose last path part is the upload's id. */
  answer(request: Request): Promise<Response>;
  find(id: string): Promise<Upload | null>;
  /** Leaves nothing of it. */
  remove(id: string): Promise<void>;
}

/** The uploads of a folder over the tus protocol, resumable until a day after their last byte. `path` is where they are addressed. */
export function openUploads(folder: string, path: string, nameOf: (request: Request) => string): Uploads {
  const directory = uploadsIn(folder);
  mkdirSync(directory, { recursive: true });
  const store = new FileStore({ directory });
  const server = new Server({
    path,
    datastore: store,
    maxSize: evidenceFileLimit,
    relativeLocation: true,
    // Nothing for pages of other hosts.
    allowedOrigins: [],
    namingFunction: (request) => nameOf(request as unknown as Request),
  });
  return {
    answer: (request) => server.handleWeb(request),
    find: async (id) => {
      const found = await store.getUpload(id).catch(() => null);
      if (!found?.size || !found.metadata) return null;
      const { name, uploader, caseId } = found.metadata;
      if (!name || !uploader) return null;
      return {
        name,
        uploader,
        caseId: caseId ?? null,
        path: join(directory, id),
        size: found.size,
        offset: found.offset,
      };
    },
    remove: async (id) => {
      await rm(join(directory, id), { force: true });
      await rm(join(directory, `${id}.json`), { force: true });
    },
  };
}

/** Removes uploads to which nothing came for a day; `now` in epoch milliseconds. Answers how many files went. */
export async function sweepUploads(folder: string, now: number): Promise<number> {
  const directory = uploadsIn(folder);
  const names = await readdir(directory).catch((): string[] => []);
  let swept = 0;
  for (const name of names.filter((one) => !one.endsWith('.json'))) {
    swept += await removeOld([name, `${name}.json`]);
  }
  // What was left without its bytes, by a crash after they were kept.
  const left = await readdir(directory).catch((): string[] => []);
  const alone = left.filter((name) => name.endsWith('.json') && !left.includes(name.replace(/\.json$/, '')));
  for (const name of alone) swept += await removeOld([name]);
  return swept;

  async function removeOld([first = '', ...others]: string[]): Promise<number> {
    const found = await stat(join(directory, first)).catch(() => null);
    if (!found || now - found.mtimeMs < unfinishedForMs) return 0;
    for (const name of [first, ...others]) await rm(join(directory, name), { force: true });
    return 1 + others.length;
  }
}
