import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { startSystem, type RunningSystem } from '../start/system.ts';
import { BadAnswer } from './session.ts';

export interface RehearsalSystem {
  url: string;
  /** Of each person of the folder, and of the administrator made at start. */
  passwords: Map<string, string>;
  /** Stops it and, unless told, removes its data. */
  end(keepData: boolean): Promise<void>;
}

const accounts = z.array(z.looseObject({ username: z.string(), password: z.string() }));

/** Starts a system of its own, seeded from the folder, where each request says what time it is. */
export async function startRehearsalSystem(
  folder: string,
  name: string,
  say: (sentence: string) => void,
  signal: AbortSignal,
): Promise<RehearsalSystem> {
  const dataDir = join('.sanxiang', name);
  mkdirSync(dataDir, { recursive: true });
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  let running: RunningSystem | undefined;
  try {
    const env = { SANXIANG_SEED_FOLDER: folder };
    running = await startSystem({ profile: 'rehearsal', dataDir, port: 0, seed: true, say, env, signal });
    const system = running;
    return {
      url: system.url,
      passwords: readPasswords(join(system.dataDir, 'demo-accounts.json')),
      async end(keepData) {
        await system.stop();
        if (!keepData) remove();
      },
    };
  } catch (error) {
    await running?.stop();
    remove();
    throw error;
  }
}

/** The passwords by user name, from the file that the seed writes. @throws BadAnswer where it is none */
export function readPasswords(file: string): Map<string, string> {
  const parsed = accounts.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new BadAnswer(`${file} is no list of {username, password}`);
  return new Map(parsed.data.map((account) => [account.username, account.password]));
}
