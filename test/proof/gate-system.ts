import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createCases } from '../../api/cases.ts';
import { readFacts } from '../../api/facts.ts';
import { breachesOf } from '../support/breaches.ts';
import { shanghai } from '../../domain/calendar.ts';
import type { Facts } from '../../domain/command.ts';
import { inAgency } from '../../prisma/client.ts';
import { openSession, type Session } from '../../rehearsal/session.ts';
import { createTestApi, password, type TestApi } from '../support/api.ts';
import { createCaseSystem, type Answer, type CaseSystem } from '../support/case-system.ts';
import { startDevTemporal } from '../support/temporal.ts';

/** An agency with one section that handles penalties, and everybody who may try something in its cases. */
export interface Agency {
  id: string;
  /** The word of its document numbers. */
  word: string;
  people: string[];
  overseer: string;
  facts: Facts;
}

/** Who sends a request: a person, through one of the API's processes, in one of their sessions there. */
export interface Sender {
  person: string;
  api?: number;
  session?: number;
}

export interface GateSystem {
  system: CaseSystem;
  agencies: Agency[];
  send(sender: Sender, path: string, body: unknown, sending: { key?: string; at: number }): Promise<Answer>;
  /** Every breach that the consistency checker finds, Temporal looked at too. */
  breaches(): Promise<string[]>;
  close(): Promise<void>;
}

/** Some hold several roles, so that only the separation of duties keeps them apart. */
const severalRoles: Record<string, string[]> = {
  h2: ['handler', 'firstReviewer', 'legalReviewer'],
  f1: ['firstReviewer', 'handler', 'adviser'],
  s1: ['sectionHead', 'firstReviewer', 'handler'],
  r1: ['legalReviewer', 'legalHead'],
  q1: ['legalHead', 'legalReviewer', 'adviser'],
  l3: ['leader', 'legalReviewer'],
  l5: ['leader', 'handler'],
};
export const firstMoment = Date.parse('2026-03-02T09:00:00+08:00');

/** A system of which two API processes serve the same database; each request names its moment. */
export async function createGateSystem(names: Record<string, string>): Promise<GateSystem> {
  const system = await createCaseSystem({ temporal: await startDevTemporal(), profile: 'rehearsal' });
  const { db, client, config, temporal } = system;
  for (const id of Object.keys(names)) {
    for (const [person, roles] of Object.entries(severalRoles)) {
      await db.asOwner('UPDATE person SET roles = $2 WHERE id = $1', [`${id}-${person}`, roles]);
    }
  }
  const environment = { SANXIANG_PROFILE: 'rehearsal', TEMPORAL_ADDRESS: temporal.address };
  const second = createTestApi(db, environment, { cases: createCases(client, config) });
  const servers = await Promise.all([system.api, second].map(listening));
  const sessions = new Map<string, Promise<Session>>();
  const agencies = await Promise.all(Object.entries(names).map(([id, word]) => agencyOf(system, id, word)));

  async function send(
    { person, api = 0, session = 0 }: Sender,
    path: string,
    body: unknown,
    sending: { key?: string; at: number },
  ): Promise<Answer> {
    const { url } = servers[api]!;
    const seat = `${api} ${session} ${person}`;
    if (!sessions.has(seat)) sessions.set(seat, openSession(url, person, password));
    const { cookie, csrfToken } = await sessions.get(seat)!;
    const headers = {
      cookie,
      'content-type': 'application/json',
      'X-CSRF-Token': csrfToken,
      'Idempotency-Key': sending.key ?? randomUUID(),
      'Sanxiang-Clock': shanghai(sending.at),
    };
    const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  }

  return {
    system,
    agencies,
    send,
    async breaches() {
      const breaches = await breachesOf(db.ownerUrl, temporal.address, config.temporal);
      return breaches.map(({ name, where, what }) => `${name} ${where}: ${what}`);
    },
    async close() {
      for (const { server } of servers) {
        server.close();
        server.closeAllConnections();
      }
      await second.close();
      await system.close();
      await temporal.stop();
    },
  };
}

async function listening({ app }: TestApi): Promise<{ server: Server; url: string }> {
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function agencyOf({ db }: CaseSystem, id: string, word: string): Promise<Agency> {
  const [place] = await db.asOwner<{ overseer: string }>(
    `SELECT min(p.id) AS overseer FROM person p JOIN agency a ON a.overseen_by = p.agency_id WHERE a.id = $1 AND 'overseer' = ANY (p.roles)`,
    [id],
  );
  const rows = await db.asOwner<{ id: string }>('SELECT id FROM person WHERE agency_id = $1 ORDER BY id', [id]);
  const overseer = place!.overseer;
  const people = [...rows.map((row) => row.id), overseer];
  const facts = await inAgency(db.database, id, (transaction) =>
    readFacts(transaction, { agency: id, section: `${id}-A`, persons: people, now: firstMoment }),
  );
  return { id, word, people, overseer, facts };
}
