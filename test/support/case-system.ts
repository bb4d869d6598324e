import type { Client } from '@temporalio/client';
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { followCalendar } from '../../api/calendar-publication.ts';
import { createCases } from '../../api/cases.ts';
import { createOrders } from '../../api/orders.ts';
import { watchOrganisation } from '../../api/organisation-watch.ts';
import { readConfig, type Config } from '../../config.ts';
import type { ServerProcess } from '../../start/server-process.ts';
import { createTestApi, type TestApi } from './api.ts';
import type { TestDatabase } from './database.ts';
import { createDemoDatabase } from './demo-organisation.ts';
import type { Told } from './stories.ts';
import type { TestTemporal } from './temporal.ts';
import { pauseWatching } from './watching.ts';
import { startWorker } from './worker-process.ts';

export interface Answer {
  status: number;
  body: Record<string, any>;
}

export interface Sending {
  /** Idempotency key; a fresh one unless told. */
  key?: string;
  /** The moment the request carries, in profile rehearsal. */
  at?: string;
}

/** API in this process, worker in its own, a database and a Temporal server of one's own: all real. */
export interface CaseSystem<Temporal extends TestTemporal = TestTemporal> {
  db: TestDatabase;
  temporal: Temporal;
  client: Client;
  api: TestApi;
  /** What the way to the workflows is wired with; a change counts from the next command. */
  config: Config;
  worker: ServerProcess;
  startWorker(program?: string, args?: string[]): Promise<ServerProcess>;
  post(person: string, path: string, body: unknown, sending?: Sending): Promise<Answer>;
  get(person: string, path: string, sending?: Sending): Promise<Answer>;
  /** Sends a story's request: a filing when it registers, an action on the case otherwise. */
  tell(told: Told, caseId?: string, sending?: Sending): Promise<Answer>;
  close(): Promise<void>;
}

export interface CaseSystemOptions<Temporal> {
  temporal: Temporal;
  /** With the demo's organisation in it; one of its own on the shared server unless told. */
  db?: TestDatabase;
  profile: 'rehearsal' | 'demo';
  weeks?: number;
  env?: Record<string, string>;
  /** The worker's program and its arguments; the product's own unless told. */
  program?: [string, ...string[]];
}

export async function createCaseSystem<Temporal extends TestTemporal>(
  options: CaseSystemOptions<Temporal>,
): Promise<CaseSystem<Temporal>> {
  const { temporal, profile, weeks, env } = options;
  const db = options.db ?? (await createDemoDatabase(weeks));
  const taskQueue = `test-${randomUUID()}`;
  const environment = {
    SANXIANG_PROFILE: profile,
    TEMPORAL_ADDRESS: temporal.address,
    SANXIANG_TASK_QUEUE: taskQueue,
    // A command that a slow machine takes long for must not be answered with 202.
    SANXIANG_COMMAND_SECONDS: '60',
    ...env,
  };
  const config = readConfig({ ...environment, DATABASE_URL: db.appUrl });
  const { client } = temporal;
  const log = pino({ level: 'silent' });
  const calendar = followCalendar({ client, database: db.database, config, log });
  const organisation = watchOrganisation(client, config, log);
  const api = createTestApi(db, environment, {
    cases: createCases(client, config),
    orders: createOrders(client, config),
    calendar,
    organisation,
  });
  const begin = (program?: string, args?: string[]) =>
    startWorker({
      appUrl: db.appUrl,
      address: temporal.address,
      taskQueue,
      program,
      args,
      env: { SANXIANG_PROFILE: profile, ...env },
    });
  const [program, ...args] = options.program ?? [];
  const system = { db, temporal, client, api, config, worker: await begin(program, args) };
  if (profile === 'demo' && !options.program) await pauseWatching(client, taskQueue);
  const sessions = new Map<string, ReturnType<TestApi['signedIn']>>();
  const sessionOf = (person: string) => {
    const session = sessions.get(person) ?? api.signedIn(person);
    sessions.set(person, session);
    return session;
  };
  const clock = (at: string | undefined): Record<string, string> =>
    at && profile === 'rehearsal' ? { 'Sanxiang-Clock': at } : {};

  async function post(person: string, path: string, body: unknown, { key, at }: Sending = {}): Promise<Answer> {
    const { browser, csrf } = await sessionOf(person);
    return browser
      .post(path)
      .set({ 'X-CSRF-Token': csrf, 'Idempotency-Key': key ?? randomUUID(), ...clock(at) })
      .send(body as object);
  }

  return Object.assign(system, {
    post,
    get: async (person: string, path: string, { at }: Sending = {}) =>
      (await sessionOf(person)).browser.get(path).set(clock(at)),
    tell: ({ action, person, body, at }: Told, caseId?: string, sending: Sending = {}) =>
      post(person, action === 'register' ? '/api/v1/cases' : `/api/v1/cases/${caseId}/actions/${action}`, body, {
        at,
        ...sending,
      }),
    startWorker: async (name?: string, given?: string[]) => (system.worker = await begin(name, given)),
    close: async () => {
      await system.worker.stop();
      await api.close();
      await db.close();
    },
  });
}

/** Tells a story from its registration; answers the case's id. Every request must be accepted. */
export async function tellAll(system: CaseSystem, story: Told[]): Promise<string> {
  let caseId = '';
  for (const told of story) {
    const { status, body } = await system.tell(told, caseId);
    if (status !== 200 && status !== 201) throw new Error(`${told.action}: ${status} ${JSON.stringify(body)}`);
    caseId ||= String(body['id']);
  }
  return caseId;
}
