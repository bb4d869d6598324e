import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { installFromMaven } from './maven-install.ts';
import { downloadOfficial } from './official-download.ts';
import type { Say } from './wait.ts';

/**
 * Finds the test server that skips time: SANXIANG_TEST_SERVER, the cache, the official download, Maven, in this order.
 * @returns a path for @temporalio/testing (`{ type: 'existing-path', path }`), or null with the reason said
 */
export async function findTimeSkippingServer(say: Say): Promise<string | null> {
  const given = process.env['SANXIANG_TEST_SERVER'];
  if (given) return given;

  const downloaded = join(cacheFolder(), 'temporal-test-server-official-1.24.0');
  const fromMaven = join(cacheFolder(), 'temporal-test-server-maven-1.38.0');
  const script = join(fromMaven, 'temporal-test-server');
  if (existsSync(downloaded)) return downloaded;
  if (existsSync(script)) return script;

  if (await downloadOfficial('test-server', downloaded, say)) return downloaded;
  if (await installFromMaven(fromMaven, say)) return script;
  say(
    '没有可跳过时间的 Temporal 测试服务：需要访问 temporal.download，或 Java 17 与 Maven，或设置 SANXIANG_TEST_SERVER。 · ' +
      'no time-skipping test server: it takes access to temporal.download, or Java 17 and Maven, or SANXIANG_TEST_SERVER',
  );
  return null;
}
