import { expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';

const suites = ['calendar.test.ts', 'deadline.test.ts', 'deadline-cases.test.ts'].map((name) => `test/unit/${name}`);

it.each(['America/New_York', 'Pacific/Apia'])('a server in %s reckons the same days', (zone) => {
  const args = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--ci', '--runTestsByPath', ...suites];
  const child = () => execFileSync(process.execPath, args, { env: { ...process.env, TZ: zone }, stdio: 'pipe' });
  expect(child).not.toThrow();
});
