import { randomUUID } from 'node:crypto';
import { openPool } from '../../prisma/pool.ts';
import { createTestApi, type TestApi } from './api.ts';
import type { TestDatabase } from './database.ts';
import { createDemoDatabase } from './demo-organisation.ts';
import { recordedCases } from '../../stories/recorded-cases.ts';
import { recordedOrders } from '../../stories/recorded-orders.ts';
import type { Told } from './stories.ts';

export interface Answer {
  status: number;
  body: any;
}

/** The API with the demo's organisation and a database of its own; acts are recorded in place, without Temporal. */
export interface RecordedSystem {
  db: TestDatabase;
  api: TestApi;
  get(person: string, path: string, at?: string): Promise<Answer>;
  post(person: string, path: string, body: unknown, at?: string): Promise<Answer>;
  /** Tells a story from its registration, or goes on with it; answers the case's id. Every request must be accepted. */
  tellAll(story: Told[], caseId?: string): Promise<string>;
  close(): Promise<void>;
}

export async function createRecordedSystem(): Promise<RecordedSystem> {
  const db = await createDemoDatabase();
  const pool = openPool(db.appUrl, 5);
  const api = createTestApi(
    db,
    { SANXIANG_PROFILE: 'rehearsal' },
    {
      cases: recordedCases(db.database, pool),
      orders: recordedOrders(db.database, pool),
    },
  );
  const sessions = new Map<string, ReturnType<TestApi['signedIn']>>();
  const sessionOf = (person: string) => {
    const session = sessions.get(person) ?? api.signedIn(person);
    sessions.set(person, session);
    return session;
  };
  const clock = (at: string | undefined): Record<string, string> => (at ? { 'Sanxiang-Clock': at } : {});

  async function get(person: string, path: string, at?: string): Promise<Answer> {
    const { browser } = await sessionOf(person);
    return browser.get(path).set(clock(at));
  }

  async function post(person: string, path: string, body: unknown, at?: string): Promise<Answer> {
    const { browser, csrf } = await sessionOf(person);
    const headers = { 'X-CSRF-Token': csrf, 'Idempotency-Key': randomUUID(), ...clock(at) };
    return browser
      .post(path)
      .set(headers)
      .send(body as object);
  }

  async function tellAll(story: Told[], caseId = ''): Promise<string> {
    let id = caseId;
    for (const { action, person, body, at } of story) {
      const path = action === 'register' ? '/api/v1/cases' : `/api/v1/cases/${id}/actions/${action}`;
      const answer = await post(person, path, body, at);
      if (answer.status !== 200 && answer.status !== 201) {
        throw new Error(`${action}: ${answer.status} ${JSON.stringify(answer.body)}`);
      }
      id ||= String(answer.body.id);
    }
    return id;
  }

  return {
    db,
    api,
    get,
    post,
    tellAll,
    close: async () => {
      await api.close();
      await pool.end();
      await db.close();
    },
  };
}
