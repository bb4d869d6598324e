// `npm test`: types, lint and every test, closing with one line that counts them all.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare } from './prepare.mjs';
import { countJest, lastLine } from './test-count.mjs';

const jestFlags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];

prepare();
run(['--import', 'tsx', 'start/fetch-servers.ts']);

const counts = [
  check('tsc', ['typescript', 'bin', 'tsc'], ['--noEmit']),
  check('tsc web', ['typescript', 'bin', 'tsc'], ['--noEmit', '-p', 'web']),
  check('oxlint', ['oxlint', 'bin', 'oxlint'], ['--type-aware', '.']),
  jest(),
];
for (const skip of counts.flatMap(({ skips }) => skips)) console.log(`SKIP ${skip}`);
console.log(lastLine(counts));
process.exit(counts.some(({ failed }) => failed > 0) ? 1 : 0);

/**
 * @param {string} name
 * @param {string[]} program
 * @param {string[]} args
 */
function check(name, program, args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join('node_modules', ...program), ...args], {
    encoding: 'utf8',
    maxBuffer: Infinity,
  });
  const passed = status === 0;
  console.log(passed ? `PASS ${name}` : `FAIL ${name}\n${stdout}${stderr}`);
  return { passed: Number(passed), failed: Number(!passed), skips: /** @type {string[]} */ ([]) };
}

function jest() {
  const folder = mkdtempSync(join(tmpdir(), 'sanxiang-test-'));
  const outputFile = join(folder, 'result.json');
  try {
    const program = [...jestFlags, join('node_modules', 'jest', 'bin', 'jest.js')];
    return countJest(outputFile, run([...program, '--json', `--outputFile=${outputFile}`, ...process.argv.slice(2)]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string[]} args */
function run(args) {
  return spawnSync(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status ?? 1;
}
