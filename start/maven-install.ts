import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { findOnPath } from './path-search.ts';
import type { Say } from './wait.ts';

const pom = fileURLToPath(new URL('../tools/time-skipping/pom.xml', import.meta.url));
const copyDependencies = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';

/**
 * Fetches the Java test server that tools/time-skipping/pom.xml pins into `folder`, behind a script `temporal-test-server`;
 * the folder appears only when it is complete. @returns false, with the reason said, when that is not possible.
 */
export async function installFromMaven(folder: string, say: Say): Promise<boolean> {
  const mvn = findOnPath('mvn');
  if (!mvn || javaVersion() < 17) {
    say('没有 Maven 与 Java 17 · there are no Maven and Java 17');
    return false;
  }
  say('正在通过 Maven 获取可跳过时间的测试服务 · fetching the time-skipping test server with Maven');
  const unfinished = `${folder}.${process.pid}.part`;
  try {
    mkdirSync(unfinished, { recursive: true });
    const jars = join(unfinished, 'jars');
    await promisify(execFile)(mvn, ['-B', '-q', '-f', pom, copyDependencies, `-DoutputDirectory=${jars}`], {
      timeout: 10 * 60_000,
    });
    writeFileSync(join(unfinished, 'temporal-test-server'), script, { mode: 0o755 });
    if (!existsSync(folder)) renameSync(unfinished, folder);
    return true;
  } catch (error) {
    say(`Maven 未能取得测试服务 · Maven could not fetch the test server: ${(error as Error).message}`);
    return existsSync(folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

const script = `#!/bin/sh
exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$(dirname "$0")/jars/*" io.temporal.testserver.TestServer "$@"
`;

function javaVersion(): number {
  if (!findOnPath('java')) return 0;
  try {
    return Number(/^\S+ (\d+)/.exec(execFileSync('java', ['--version'], { encoding: 'utf8' }))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
