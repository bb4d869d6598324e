import { afterAll, describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './temporary-folder.ts';

interface Count {
  passed: number;
  failed: number;
  skips: string[];
}
const script = '../../start/test-count.mjs';
const { countJest, lastLine } = (await import(script)) as {
  countJest(file: string, exitCode: number): Count;
  lastLine(counts: Count[]): string;
};

const folder = temporaryFolder();
afterAll(folder.remove);

function counted(result: object, exitCode: number): Count {
  const file = join(folder.path, 'result.json');
  const nothing = { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 0, testResults: [] };
  writeFileSync(file, JSON.stringify({ ...nothing, ...result }));
  return countJest(file, exitCode);
}

describe('the last line of the tests', () => {
  it('adds up every part and names skipped ones only when there are some', () => {
    expect(
      lastLine([
        { passed: 1, failed: 0, skips: [] },
        { passed: 4, failed: 2, skips: [] },
      ]),
    ).toBe('5 passed, 2 failed');
    expect(lastLine([{ passed: 1, failed: 0, skips: ['a (skipped: no Java)'] }])).toBe('1 passed, 0 failed, 1 skipped');
  });

  it('counts a suite that cannot load, and a run that failed without a failed test, as failed', () => {
    expect(counted({ numPassedTests: 3, numFailedTests: 1, numRuntimeErrorTestSuites: 1 }, 1)).toMatchObject({
      passed: 3,
      failed: 2,
    });
    expect(counted({ numPassedTests: 3 }, 1)).toMatchObject({ failed: 1 });
    expect(countJest(join(folder.path, 'absent.json'), 1)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('gives each skipped test its reason', () => {
    const tests = [
      { status: 'passed', fullName: 'a' },
      { status: 'pending', fullName: 'skipping time (skipped: no Java 17)' },
      { status: 'todo', fullName: 'b' },
      { status: 'pending', fullName: 'c' },
    ];
    expect(counted({ testResults: [{ assertionResults: tests }] }, 0).skips).toEqual([
      'skipping time (skipped: no Java 17)',
      'b (skipped: not written yet)',
      'c (skipped: no reason given)',
    ]);
  });
});
