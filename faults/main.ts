import { BadCall } from '../rehearsal/bad-call.ts';
import { parseCall } from './arguments.ts';
import { runFaults } from './run.ts';

/** Exit code: 0 no fault found, 1 faults found or the run failed, 2 not run. */
const abort = new AbortController();
const end = () => abort.abort(new Error('已中断 · interrupted'));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
process.on('disconnect', end);

const began = Date.now();
const say = (sentence: string) =>
  console.log(`[${((Date.now() - began) / 1000).toFixed(0).padStart(4)} s] ${sentence}`);

try {
  const call = parseCall(process.argv.slice(2), process.env);
  say(`故障演练 · faults for ${call.minutes} min, seed ${call.seed}`);
  const { faults, ...outcome } = await runFaults({ ...call, say, signal: abort.signal });
  for (const fault of faults) console.log(fault);
  console.table(outcome);
  console.log(JSON.stringify(outcome));
  process.exit(faults.length > 0 ? 1 : 0);
} catch (error) {
  console.error((error as Error).message);
  process.exit(error instanceof BadCall ? 2 : 1);
}
