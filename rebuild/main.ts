import { Refused } from '../check/our-database.ts';
import { readWorkflowSettings, type WorkflowSettings } from '../config.ts';
import { BadCall, parseCall, type Call } from './call.ts';
import { rebuildReadModel } from './read-model.ts';
import { rebuildWorkflows } from './workflows.ts';

/** Exit code: 0 done, 1 something differs (dry run) or could not be rebuilt, 2 nothing done. */
const say = (line: string) => console.error(line);

process.exitCode = await run(process.argv.slice(2));

async function run(args: string[]): Promise<number> {
  try {
    return await rebuild(parseCall(args));
  } catch (error) {
    const said = error instanceof BadCall || error instanceof Refused;
    say(
      said
        ? error.message
        : `重建中断，可以再次运行。 Stopped in the middle, run it again: ${(error as Error).message}`,
    );
    return 2;
  }
}

async function rebuild(call: Call): Promise<number> {
  const { DATABASE_OWNER_URL, DATABASE_URL } = process.env;
  const url = DATABASE_OWNER_URL ?? DATABASE_URL;
  if (call.what === 'read-model') {
    const result = await rebuildReadModel(url, { ...call, say });
    console.log(JSON.stringify(result));
    return result.failed > 0 || (call.dryRun && result.differed + (result.orders?.mended ?? 0) > 0) ? 1 : 0;
  }
  const result = await rebuildWorkflows(url, settings(), { ...call, say });
  console.log(JSON.stringify(result));
  return result.failed > 0 ? 1 : 0;
}

function settings(): WorkflowSettings {
  try {
    return readWorkflowSettings(process.env);
  } catch (error) {
    throw new Refused((error as Error).message, { cause: error });
  }
}
