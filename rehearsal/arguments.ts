import { parseArgs } from 'node:util';
import { BadCall } from './bad-call.ts';
import { aspects, type Aspect } from './tally.ts';

export interface Call {
  folder: string;
  /** Ids of the cases to play; all when null. */
  cases: string[] | null;
  /** The one aspect to check; all when null. */
  only: Aspect | null;
  keep: boolean;
}

const usage = 'npm run rehearse -- <folder> [--case C01,C05] [--only stages|dates|publication] [--keep]';

/** Reads the command line. @throws BadCall with the right form of the call */
export function parseCall(args: string[]): Call {
  const { values, positionals } = read(args);
  const [folder, ...rest] = positionals;
  if (!folder || rest.length > 0) throw badCall('请给出一个文件夹', 'name one folder');
  const only = values.only ?? null;
  if (only !== null && !isAspect(only)) throw badCall(`--only 不能是 ${only}`, `--only cannot be ${only}`);
  const cases =
    values.case
      ?.flatMap((list) => list.split(/[,，]/))
      .map((id) => id.trim())
      .filter(Boolean) ?? null;
  if (cases?.length === 0) throw badCall('--case 后请写案件编号', 'name a case after --case');
  return { folder, cases, only, keep: values.keep ?? false };
}

function read(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        case: { type: 'string', multiple: true },
        only: { type: 'string' },
        keep: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw badCall('参数有误', (error as Error).message);
  }
}

function isAspect(text: string): text is Aspect {
  return (aspects as readonly string[]).includes(text);
}

function badCall(zh: string, en: string): BadCall {
  return new BadCall(`${zh} · ${en}: ${usage}`);
}
