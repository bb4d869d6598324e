import { afterAll, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createCluster } from '../../start/postgres-cluster.ts';
import { findPostgresProgram } from '../../start/postgres-program.ts';
import { waitFor } from '../../start/wait.ts';
import { silent, temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
afterAll(folder.remove);
const cluster = join(folder.path, 'cluster');

/** What initdb does whose start was killed: it goes on writing. */
const writing = `const { mkdirSync, writeFileSync } = require('node:fs');
  for (let n = 0; ; n += 1) {
    mkdirSync('${cluster}.new/data', { recursive: true });
    try { writeFileSync('${cluster}.new/data/' + (n % 500), 'left over'); } catch {}
  }`;

it('a cluster is made beside what a killed start is still writing, and is taken by its name only when it is whole', async () => {
  // initdb runs as another user where the tests are run by root.
  chmodSync(folder.path, 0o755);
  const orphan = spawn(process.execPath, ['-e', writing], { stdio: 'ignore' });
  try {
    const left = async () => existsSync(`${cluster}.new/data/400`) || undefined;
    await waitFor(left, { what: 'what is left', timeoutMs: 5_000, say: silent });
    createCluster(cluster, findPostgresProgram(), 'secret');
  } finally {
    orphan.kill('SIGKILL');
  }
  expect(readdirSync(cluster)).toContain('PG_VERSION');
  expect(readdirSync(cluster)).not.toContain('1');
}, 60_000);
