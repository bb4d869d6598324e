import { existsSync, readFileSync } from 'node:fs';

/**
 * @typedef {{ passed: number, failed: number, skips: string[] }} Count  `skips`: each skipped test with its reason
 * @typedef {{ status: string, fullName: string }} TestResult
 */

/**
 * What jest's result file says. A suite that cannot even load has no failed test in it and counts as one.
 * @param {string} file
 * @param {number} exitCode
 * @returns {Count}
 */
export function countJest(file, exitCode) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skips: [] };
  const result = JSON.parse(readFileSync(file, 'utf8'));
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  /** @type {TestResult[]} */
  const tests = result.testResults.flatMap(
    (/** @type {{ assertionResults: TestResult[] }} */ suite) => suite.assertionResults,
  );
  return {
    passed: result.numPassedTests,
    failed: failed || Number(exitCode !== 0),
    skips: tests.filter(({ status }) => ['pending', 'skipped', 'todo', 'disabled'].includes(status)).map(skip),
  };
}

/** @param {Count[]} counts */
export function lastLine(counts) {
  const sum = (/** @type {(count: Count) => number} */ of) => counts.reduce((total, count) => total + of(count), 0);
  const skipped = sum(({ skips }) => skips.length);
  return `${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed)} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

/**
 * A test, or a block around it, names its reason in its title: `… (skipped: no Java here)`.
 * @param {TestResult} test
 */
function skip({ status, fullName }) {
  if (fullName.includes('(skipped: ')) return fullName;
  return `${fullName} (skipped: ${status === 'todo' ? 'not written yet' : 'no reason given'})`;
}
