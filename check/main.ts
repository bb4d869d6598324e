import { evidenceFolder } from '../evidence/folder.ts';
import { checkSystem } from './check-system.ts';
import { Refused } from './our-database.ts';
import { tableOf } from './report.ts';
import { openWorkflows } from './temporal-workflows.ts';

/** Exit code: 0 everything holds, 1 something is broken, 2 not checked, in whole or in part. */
const { DATABASE_OWNER_URL, DATABASE_URL, TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE } = process.env;
const { SANXIANG_EVIDENCE, SANXIANG_DATA = '.sanxiang' } = process.env;
const say = (line: string) => console.error(line);

const silent = 'Temporal 没有应答，流程不核对。 Temporal does not answer: workflows are not checked.';
const unnamed = '未设置 TEMPORAL_ADDRESS，流程不核对。 TEMPORAL_ADDRESS is not set: workflows are not checked.';

process.exitCode = await check(process.argv.slice(2));

async function check(args: string[]): Promise<number> {
  if (args.length > 0) {
    say(`不认识的参数 ${args.join(' ')}。 Unknown words: ${args.join(' ')}. npm run check`);
    return 2;
  }
  const workflows = TEMPORAL_ADDRESS ? await openWorkflows(TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE ?? 'default') : null;
  if (!workflows) say(TEMPORAL_ADDRESS ? silent : unnamed);
  const evidence = SANXIANG_EVIDENCE ?? evidenceFolder(SANXIANG_DATA);
  try {
    const report = await checkSystem(DATABASE_OWNER_URL ?? DATABASE_URL, { workflows, evidence, say });
    console.log(tableOf(report));
    console.log(JSON.stringify(report));
    if (!report.holds) return 1;
    return TEMPORAL_ADDRESS && !workflows ? 2 : 0;
  } catch (error) {
    say(error instanceof Refused ? error.message : `未能核对。 The check failed: ${(error as Error).message}`);
    return 2;
  } finally {
    await workflows?.close();
  }
}
