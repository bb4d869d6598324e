import { parseArgs } from 'node:util';
import { BadCall } from '../rehearsal/bad-call.ts';

export interface Call {
  minutes: number;
  seed: number;
  folder: string | undefined;
}

const usage = 'npm run faults -- --minutes 5 [--seed 7] [--folder .sanxiang/faults]';
const foreign = ['DATABASE_URL', 'DATABASE_OWNER_URL', 'TEMPORAL_ADDRESS', 'SANXIANG_DATA'];
const longestMinutes = 7 * 24 * 60;

/** Reads the command line. @throws BadCall with the right form of the call, or because it names servers of somebody else */
export function parseCall(args: string[], env: NodeJS.ProcessEnv): Call {
  const named = foreign.filter((name) => env[name]);
  if (named.length > 0) {
    const names = named.join(', ');
    throw new BadCall(
      `故障演练会强行结束数据库和流程引擎，只在自己启动的服务上进行，请去掉 ${names}。 ` +
        `This run kills database and workflow engine and so works on servers of its own alone: unset ${names}.`,
    );
  }
  const { minutes, seed, folder } = read(args);
  return {
    minutes: number(minutes ?? '1', '--minutes', (value) => value >= 0.5 && value <= longestMinutes),
    seed: number(
      seed ?? String(Date.now() % 2_147_483_647),
      '--seed',
      (value) => Number.isInteger(value) && value >= 0,
    ),
    folder,
  };
}

function read(args: string[]) {
  try {
    const options = { minutes: { type: 'string' }, seed: { type: 'string' }, folder: { type: 'string' } } as const;
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw badCall('参数有误', (error as Error).message);
  }
}

function number(text: string, name: string, fits: (value: number) => boolean): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isSafeInteger(Math.floor(value)) && fits(value)) return value;
  throw badCall(`${name} 不能是 ${text}`, `${name} cannot be ${text}`);
}

function badCall(zh: string, en: string): BadCall {
  return new BadCall(`${zh} · ${en}: ${usage} (0.5 ≤ minutes ≤ ${longestMinutes})`);
}
