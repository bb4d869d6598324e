import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashPassword } from '../../prisma/password.ts';
import { seed } from '../../prisma/seed/seed.ts';
import { createTestApi, password, type TestApi } from './api.ts';
import { createTestDatabase, withClient, type TestDatabase } from './database.ts';

export interface Answer {
  status: number;
  body: Record<string, any>;
}

/** The demo's agencies with the API on them, without Temporal. */
export interface AdminSystem {
  db: TestDatabase;
  api: TestApi;
  post(person: string, path: string, body: object, key?: string): Promise<Answer>;
  get(person: string, path: string): Promise<Answer>;
  /** Imports as that person; applied unless told. */
  bring(person: string, kind: string, body: object, how?: { dryRun?: boolean; key?: string }): Promise<Answer>;
  version(agency: string): Promise<number>;
  close(): Promise<void>;
}

/** Everybody can sign in with the shared password; in profile rehearsal so can `rehearsal-admin`. */
export async function createAdminSystem(profile: 'demo' | 'rehearsal' = 'demo'): Promise<AdminSystem> {
  const db = await createTestDatabase({ name: 'administration', fill: seeded });
  const api = createTestApi(db, { SANXIANG_PROFILE: profile });
  const sessions = new Map<string, ReturnType<TestApi['signedIn']>>();
  const sessionOf = (person: string) => {
    const session = sessions.get(person) ?? api.signedIn(person);
    sessions.set(person, session);
    return session;
  };

  async function post(person: string, path: string, body: object, key: string = randomUUID()): Promise<Answer> {
    const { browser, csrf } = await sessionOf(person);
    return browser.post(`/api/v1/admin/${path}`).set({ 'X-CSRF-Token': csrf, 'Idempotency-Key': key }).send(body);
  }

  return {
    db,
    api,
    post,
    get: async (person, path) => (await sessionOf(person)).browser.get(`/api/v1/${path}`),
    bring: (person, kind, body, { dryRun = false, key } = {}) =>
      post(person, `imports/${kind}?dryRun=${dryRun}`, body, key),
    version: async (agency) => (await db.database.agency.findUniqueOrThrow({ where: { id: agency } })).version,
    close: async () => {
      await api.close();
      await db.close();
    },
  };
}

async function seeded(ownerUrl: string): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'admin-'));
  await seed({ ownerUrl, profile: 'rehearsal', folder: 'demo', dataDir, say: () => {} });
  rmSync(dataDir, { recursive: true });
  const hash = await hashPassword(password, 'rehearsal');
  await withClient(ownerUrl, (owner) => owner.query('UPDATE account SET password_hash = $1', [hash]));
}

/** An open case of 兴隆台区应急局 as the read model has it, without a workflow behind it. */
export async function openCase(
  db: TestDatabase,
  row: { id: string; stage: string; holder: string[]; handlers: string[] },
): Promise<void> {
  const { id, stage, holder, handlers } = row;
  const at = '2026-11-02T09:00:00+08:00';
  await db.asOwner(
    `INSERT INTO case_filing (id, agency_id, procedure, party_kind, filing, filed_at) VALUES ($1, 'xltyj', 'ordinary', 'organisation', '{}', $2)`,
    [id, at],
  );
  await db.asOwner(
    `INSERT INTO case_file (id, agency_id, section_id, category, procedure, party_name, title, stage, round, content_version, holder,
       major, overdue_level, last_seq, last_at, state)
     VALUES ($1, 'xltyj', 'xltyj-A', 'penalty', 'ordinary', '', '在办案件', $2, 0, 0, $3, false, 0, 1, $4, $5)`,
    [id, stage, holder, at, { handlers }],
  );
}

/** All that an import could change, to see that nothing did. */
export async function everything(db: TestDatabase): Promise<unknown> {
  return db.asOwner(`SELECT (SELECT sum(version) FROM agency) AS versions, (SELECT count(*) FROM admin_change) AS changes,
    (SELECT md5(string_agg(p::text, '' ORDER BY id)) FROM person p) AS people, (SELECT md5(string_agg(a::text, '' ORDER BY id)) FROM agency a) AS agencies,
    (SELECT md5(string_agg(s::text, '' ORDER BY id)) FROM section s) AS sections, (SELECT count(*) FROM catalogue_entry) AS entries,
    (SELECT count(*) FROM calendar_year) AS years, (SELECT count(*) FROM parameter_pack) AS packs, (SELECT count(*) FROM number_series) AS series`);
}
