import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPasswords } from '../../rehearsal/rehearsal-system.ts';
import { startSystem } from '../../start/system.ts';
import { withClient } from '../../test/support/database.ts';

export interface Demo {
  url: string;
  passwords: Map<string, string>;
  /** The id of a case by a part of its party's name. */
  caseIn(party: string): Promise<string>;
  close(): Promise<void>;
}

/** A fresh demo with its cases, as `npm start` makes it; built desks stand in web/dist. */
export async function openDemo(): Promise<Demo> {
  const folder = mkdtempSync(join(tmpdir(), 'screens-'));
  // PostgreSQL, which does not run as root, must be able to enter.
  chmodSync(folder, 0o755);
  const system = await startSystem({ profile: 'demo', dataDir: folder, port: 0, cases: true, supervise: false, say: (line) => console.log(line) }); // prettier-ignore
  return {
    url: system.url,
    passwords: readPasswords(join(folder, 'demo-accounts.json')),
    caseIn: async (party) => {
      const { rows } = await withClient(system.databaseOwnerUrl, (client) =>
        client.query<{ id: string }>('SELECT id FROM case_file WHERE party_name LIKE $1', [`%${party}%`]),
      );
      if (!rows[0]) throw new Error(`no case of ${party}`);
      return rows[0].id;
    },
    close: async () => {
      await system.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
