import { parseArgs } from 'node:util';

/** What was asked for on the command line. */
export type Call = { caseId: string | null } & (
  { what: 'read-model'; dryRun: boolean } | { what: 'workflows'; perSecond: number }
);

/** A call that cannot be carried out; the message says so in Chinese and English, with the right form. */
export class BadCall extends Error {}

const usage =
  'npm run rebuild -- read-model [--case ID] [--dry-run] | npm run rebuild -- workflows [--case ID] [--rate 50]';
const mostPerSecond = 1_000;

/** Reads the command line. @throws BadCall */
export function parseCall(args: string[]): Call {
  const { values, positionals } = read(args);
  const [what, ...rest] = positionals;
  if (rest.length > 0) throw badCall(`多余的参数 ${rest.join(' ')}`, `too many words: ${rest.join(' ')}`);
  if (values.case === '') throw badCall('--case 后请写案件编号', 'name a case after --case');
  const caseId = values.case ?? null;
  if (what === 'read-model') {
    if (values.rate !== undefined) throw badCall('--rate 只用于 workflows', '--rate is for workflows alone');
    return { what, caseId, dryRun: values['dry-run'] ?? false };
  }
  if (what === 'workflows') {
    if (values['dry-run']) throw badCall('--dry-run 只用于 read-model', '--dry-run is for read-model alone');
    return { what, caseId, perSecond: rateOf(values.rate ?? '50') };
  }
  throw badCall('请写明重建什么', 'say what to rebuild');
}

function rateOf(text: string): number {
  const rate = Number(text);
  if (Number.isInteger(rate) && rate > 0 && rate <= mostPerSecond) return rate;
  throw badCall(`--rate 应为 1 至 ${mostPerSecond} 的整数`, `--rate is a whole number from 1 to ${mostPerSecond}`);
}

function read(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { case: { type: 'string' }, 'dry-run': { type: 'boolean' }, rate: { type: 'string' } },
    });
  } catch (error) {
    throw badCall('参数有误', (error as Error).message);
  }
}

function badCall(zh: string, en: string): BadCall {
  return new BadCall(`${zh} · ${en}: ${usage}`);
}
