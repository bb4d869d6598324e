// `npm run test:long`: the proofs of test/proof with their large figures, then docs/proof.md from what they kept.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { prepare } from './prepare.mjs';

prepare();
const env = { ...process.env, SANXIANG_PROOF: 'long' };
const jest = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  join('node_modules', 'jest', 'bin', 'jest.js'),
];
const steps = [
  ['--import', 'tsx', 'start/fetch-servers.ts'],
  [...jest, 'test/proof', ...process.argv.slice(2)],
  ['--import', 'tsx', 'docs/draw-proof.ts'],
];
const failed = steps.filter(
  (args) => spawnSync(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status !== 0,
);
process.exit(failed.length === 0 ? 0 : 1);
