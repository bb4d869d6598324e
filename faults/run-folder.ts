import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BadCall } from '../rehearsal/bad-call.ts';

export interface RunFolder {
  path: string;
  /** The clients' log of this run and of those before it in this folder. */
  log: string;
  /** What was done to the system, and when. */
  faultLog: string;
  /** 1 for the first run in this folder. */
  number: number;
}

interface Mark {
  seeds: number[];
}

/**
 * A folder of this program's own, new or left by an earlier run; each run there plays further cases on the same database.
 * @throws BadCall when the folder holds anything else
 */
export function openRunFolder(asked: string | undefined, seed: number): RunFolder {
  const path = resolve(asked ?? join('.sanxiang', `faults-${process.pid}`));
  const file = join(path, 'faults.json');
  const isNew = !existsSync(path) || readdirSync(path).length === 0;
  if (!isNew && !existsSync(file)) {
    throw new BadCall(
      `${path} 不是本程序建立的目录，故障演练只在自己建立的数据上进行，请换一个空目录。 ` +
        `${path} was not made by this program, which works on data of its own alone: name an empty folder.`,
    );
  }
  const { seeds } = isNew ? { seeds: [] } : (JSON.parse(readFileSync(file, 'utf8')) as Mark);
  mkdirSync(path, { recursive: true });
  writeFileSync(file, `${JSON.stringify({ seeds: [...seeds, seed] } satisfies Mark)}\n`);
  const [log, faultLog] = [join(path, 'commands.jsonl'), join(path, 'injected.jsonl')];
  return { path, log, faultLog, number: seeds.length + 1 };
}
