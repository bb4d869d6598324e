// `npm start`, `npm run rehearse` and `npm run faults`: prepares, then hands over to TypeScript.
import { spawn } from 'node:child_process';
import { prepare } from './prepare.mjs';

const [first, ...rest] = process.argv.slice(2);
const own = first === 'rehearse' ? 'rehearsal/main.ts' : first === 'faults' ? 'faults/main.ts' : undefined;
const program = own ? [own, ...rest] : ['start/run.ts', ...(first ? [first, ...rest] : [])];

prepare();

const child = spawn(process.execPath, ['--import', 'tsx', ...program], {
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));

// npm that is killed tells nobody; its end shows in a new parent only.
const parent = process.ppid;
if (process.env['npm_lifecycle_event']) {
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, 1_000).unref();
}
