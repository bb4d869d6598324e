import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { breachesOf } from '../support/breaches.ts';
import { openSession } from '../../rehearsal/session.ts';
import { password } from '../support/api.ts';
import { createCaseSystem, type Answer, type CaseSystem } from '../support/case-system.ts';
import { importDemo } from '../support/demo-organisation.ts';
import { createLoneDatabase, type LoneDatabase } from '../support/lone-database.ts';
import type { Told } from '../support/stories.ts';
import { startDevTemporal, type DevTemporal } from '../support/temporal.ts';
import { until } from '../support/until.ts';
import { reached, writePlan, type Plan } from './crash-plan.ts';

/** A system of which every part can die: a database and a Temporal of its own on disk, a worker that follows a plan. */
export interface CrashSystem {
  system: CaseSystem<DevTemporal>;
  db: LoneDatabase;
  temporal: DevTemporal;
  plan(plan: Plan): void;
  /** Those of these commands that come into their trouble within a minute; comes back when all have. */
  inTrouble(commandIds: string[]): Promise<Set<string>>;
  killWorker(): Promise<void>;
  startWorker(): Promise<void>;
  /** Sends it over a connection that is cut by this signal; answers whether it had been answered before. */
  sendAndCut(told: Told, caseId: string, key: string, cut: AbortSignal): Promise<boolean>;
  /** Sends it under this key until it is done or refused. @throws after two minutes, or when it is answered otherwise */
  settle(told: Told, caseId: string, key: string): Promise<Answer>;
  effects(commandId: string): Promise<{ seq: number; stage: string }[]>;
  /** What the consistency checker finds, Temporal looked at too, when it still finds it after a minute. */
  breaches(): Promise<string[]>;
  close(): Promise<void>;
}

export async function createCrashSystem(): Promise<CrashSystem> {
  const folder = mkdtempSync(join(tmpdir(), 'sanxiang-crash-'));
  const program = 'test/proof/crash-worker.ts';
  writePlan(folder, {});
  const [db, temporal] = await Promise.all([createLoneDatabase(), startDevTemporal(join(folder, 'temporal'))]);
  await importDemo(db);
  const env = { SANXIANG_COMMAND_SECONDS: '2' };
  const system = await createCaseSystem({ temporal, profile: 'rehearsal', db, env, program: [program, folder] });
  const server = await listening(system);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function inTrouble(commandIds: string[]): Promise<Set<string>> {
    const end = Date.now() + 60_000;
    for (;;) {
      const said = new Set(system.worker.lastLines(100_000).split('\n'));
      const there = commandIds.filter((id) => said.has(reached(id)));
      if (there.length === commandIds.length || Date.now() > end) return new Set(there);
      await sleep(50);
    }
  }

  async function sendAndCut(told: Told, caseId: string, key: string, cut: AbortSignal): Promise<boolean> {
    const { cookie, csrfToken } = await openSession(url, told.person, password);
    const headers = {
      cookie,
      'content-type': 'application/json',
      'X-CSRF-Token': csrfToken,
      'Idempotency-Key': key,
      'Sanxiang-Clock': told.at,
    };
    const path = told.action === 'register' ? '/api/v1/cases' : `/api/v1/cases/${caseId}/actions/${told.action}`;
    return fetch(url + path, { method: 'POST', headers, body: JSON.stringify(told.body), signal: cut }).then(
      () => true,
      () => false,
    );
  }

  async function settle(told: Told, caseId: string, key: string): Promise<Answer> {
    const end = Date.now() + 120_000;
    for (;;) {
      const answer = await system.tell(told, caseId, { key });
      if (answer.status < 500 && answer.status !== 202) return answer;
      if (!isUnknown(answer)) throw new Error(`${told.action} was answered ${answer.status} ${answer.body['code']}`);
      if (Date.now() > end) throw new Error(`${told.action} is still ${answer.status} after two minutes`);
      await sleep(100);
    }
  }

  async function breaches(): Promise<string[]> {
    for (let tries = 1; ; tries += 1) {
      const found = await breachesOf(db.ownerUrl, temporal.address);
      if (found.length === 0 || tries === 60) return found.map(({ name, where, what }) => `${name}: ${where} ${what}`);
      await sleep(1_000);
    }
  }

  return {
    system,
    db,
    temporal,
    plan: (plan) => writePlan(folder, plan),
    inTrouble,
    async killWorker() {
      system.worker.kill('SIGKILL');
      await system.worker.exited;
    },
    startWorker: async () => void (await system.startWorker(program, [folder])),
    sendAndCut,
    settle,
    effects: async (commandId) =>
      db.asOwner(`SELECT seq, data->>'stage' AS stage FROM event WHERE command_id = $1`, [commandId]),
    breaches,
    async close() {
      server.closeAllConnections();
      server.close();
      await system.close();
      await temporal.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Whether the answer says that nobody knows yet. */
export function isUnknown({ status, body }: Answer): boolean {
  return status === 202 || (status === 503 && /^(database|temporal)\.away$/.test(String(body['code'])));
}

async function listening({ api }: CaseSystem): Promise<Server> {
  const server = api.app.listen(0, '127.0.0.1');
  await until(async () => server.listening || undefined, 'the API');
  return server;
}
