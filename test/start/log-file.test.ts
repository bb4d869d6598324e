import { afterAll, expect, it } from '@jest/globals';
import { appendFileSync, closeSync, existsSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openLog, rotate } from '../../start/log-file.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
afterAll(folder.remove);
const file = join(folder.path, 'logs', 'api.log');
const text = (part = '') => readFileSync(`${file}${part}`, 'utf8');

it('a log that grew too long goes on at a new beginning, for the program that writes it too', () => {
  const log = openLog(file);
  writeSync(log, 'first\n');
  rotate(file, 100);
  expect(existsSync(`${file}.1`)).toBe(false);
  writeSync(log, `${'long '.repeat(50)}\n`);
  rotate(file, 100);
  writeSync(log, 'second\n');
  closeSync(log);
  expect(text()).toBe('second\n');
  expect(text('.1')).toMatch(/^first\nlong /);
});

it('five parts are kept of it, and no more', () => {
  for (let part = 3; part < 9; part += 1) {
    appendFileSync(file, `part ${part} ${'long '.repeat(50)}\n`);
    rotate(file, 100);
  }
  expect(text('.1')).toMatch(/^part 8 /);
  expect(text('.4')).toMatch(/^part 5 /);
  expect(existsSync(`${file}.5`)).toBe(false);
});

it('what is no file, as where nothing is logged, is left alone', () => {
  closeSync(openLog('/dev/null'));
  rotate('/dev/null', -1);
  expect(existsSync('/dev/null.1')).toBe(false);
});
