import type { Express } from 'express';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import supertest from 'supertest';
import { closeApp, createApp, type AppDeps } from '../../api/app.ts';
import { readConfig, type Config } from '../../config.ts';
import { hashPassword } from '../../prisma/password.ts';
import { openPool } from '../../prisma/pool.ts';
import type { TestDatabase } from './database.ts';

export const password = 'Right-horse-7';

export interface TestApi {
  app: Express;
  config: Config;
  /** Every line that was logged. */
  logged: string[];
  /** A browser of one's own: it keeps cookies. */
  browser(): ReturnType<typeof supertest.agent>;
  /** A browser that has signed in, with the token for its changes. */
  signedIn(username: string): Promise<{ browser: ReturnType<typeof supertest.agent>; csrf: string }>;
  close(): Promise<void>;
}

/** The application on a test database, without Temporal; `changes` replaces what it is wired with. */
export function createTestApi(
  db: TestDatabase,
  environment: NodeJS.ProcessEnv = {},
  changes: Partial<AppDeps> = {},
): TestApi {
  const dataDir = mkdtempSync(join(tmpdir(), 'api-'));
  const config = readConfig({
    SANXIANG_PROFILE: 'demo',
    SANXIANG_DATA: dataDir,
    DATABASE_URL: db.appUrl,
    ...environment,
  });
  const logged: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });
  const cases = {} as AppDeps['cases'];
  const orders = {} as AppDeps['orders'];
  const pool = openPool(db.appUrl, 5);
  const calendar = { follow: async () => {} };
  const organisation = { changed: async () => {} };
  const wired = {
    config,
    database: db.database,
    pool,
    cases,
    orders,
    calendar,
    organisation,
    log,
    ready: async () => ({}),
  };
  const app = createApp({ ...wired, ...changes });
  const browser = () => supertest.agent(app);
  return {
    app,
    config,
    logged,
    browser,
    signedIn: async (username) => {
      const agent = browser();
      const answer = await agent.post('/api/v1/session').send({ username, password }).expect(201);
      return { browser: agent, csrf: (answer.body as { csrfToken: string }).csrfToken };
    },
    close: async () => {
      await closeApp(app);
      await pool.end();
      rmSync(dataDir, { recursive: true });
    },
  };
}

/** One agency with its overseer, one section and these people; each can sign in with {@link password}. */
export async function insertPeople(
  db: TestDatabase,
  people: { id: string; name: string; roles: string[] }[],
): Promise<void> {
  await db.asOwner(
    `INSERT INTO agency (id, name, short_name, region, level, credit_code, document_word, overseen_by, kind, categories, legal_reviewers)
     VALUES ('a1', '示例市应急管理局', '示例应急局', '990000', '市级', '11990000MB0A11T10F', '示应急', 'j1', 'agency', '{penalty}', '{}'),
            ('a2', '示例市商务局', '示例商务局', '990000', '市级', '11990000MB0A22T20F', '示商', NULL, 'agency', '{penalty}', '{}'),
            ('j1', '示例市司法局', '示例司法局', '990000', '市级', '11990000MB0J11T10F', '示司', NULL, 'judicialBureau', '{}', '{}')`,
  );
  await db.asOwner(`INSERT INTO section (id, agency_id, name, kind) VALUES ('a1-A', 'a1', '执法一科', 'enforcement')`);
  const hash = await hashPassword(password, 'rehearsal');
  for (const { id, name, roles } of people) {
    await db.asOwner(
      `INSERT INTO person (id, agency_id, section_id, name, title, roles, legal_exam, training, leave, particulars)
       VALUES ($1, 'a1', 'a1-A', $2, '科员', $3, '{}', '[]', '[]', '{}')`,
      [id, name, roles],
    );
    await db.asOwner(`INSERT INTO account (id, username, password_hash, person_id) VALUES ($1, $1, $2, $1)`, [
      id,
      hash,
    ]);
  }
}
