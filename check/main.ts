import { checkSystem, Refused } from './check-system.ts';
import { tableOf } from './report.ts';
import { openWorkflows } from './temporal-workflows.ts';

/** Exit code: 0 everything holds, 1 something is broken, 2 not checked. */
const { DATABASE_OWNER_URL, DATABASE_URL, TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE } = process.env;
const say = (line: string) => console.error(line);

process.exitCode = await check();

async function check(): Promise<number> {
  const url = DATABASE_OWNER_URL ?? DATABASE_URL;
  if (!url) {
    say(
      '请用 DATABASE_OWNER_URL 或者 DATABASE_URL 给出数据库。 Name the database in DATABASE_OWNER_URL or DATABASE_URL.',
    );
    return 2;
  }
  const workflows = TEMPORAL_ADDRESS ? await openWorkflows(TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE ?? 'default') : null;
  if (!workflows) say('Temporal 没有应答，流程不核对。 Temporal does not answer: workflows are not checked.');
  try {
    const report = await checkSystem(url, { workflows, say });
    console.log(tableOf(report));
    console.log(JSON.stringify(report));
    return report.holds ? 0 : 1;
  } catch (error) {
    say(error instanceof Refused ? error.message : `未能核对。 The check failed: ${(error as Error).message}`);
    return 2;
  } finally {
    await workflows?.close();
  }
}
