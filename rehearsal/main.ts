import { BadCall } from './bad-call.ts';
import { rehearse } from './rehearse.ts';

const abort = new AbortController();
let end = () => abort.abort(new Error('已中断 · interrupted'));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end());
process.on('disconnect', () => end());

try {
  const { code, kept } = await rehearse(process.argv.slice(2), (line) => console.log(line), abort.signal);
  if (!kept) process.exit(code);
  // The servers of a system that is kept hold this process; a signal stops them and leaves the data.
  end = () => void kept.end(true).then(() => process.exit(code));
} catch (error) {
  console.error((error as Error).message);
  process.exit(error instanceof BadCall ? 2 : 1);
}
