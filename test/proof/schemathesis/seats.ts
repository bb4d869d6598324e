import { hanDigits } from '../../../rehearsal/han-digits.ts';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandIdOf } from '../../../api/take-command.ts';
import { openSession, type Session } from '../../../rehearsal/session.ts';
import type { RunningSystem } from '../../../start/system.ts';
import { PERSON, playingStages } from '../../support/played-stages.ts';
import type { Told } from '../../support/stories.ts';
import { knownBodies } from './known-bodies.ts';

/** Who sends the requests of one run of Schemathesis, and what is there for them to name. */
export interface Seat {
  name: string;
  seed: number;
  /** The part of a document number's series that only this seat uses. */
  series: string;
  /** The session of each request: the first whose path it is under. */
  sessions: (Session & { under: string })[];
  /** To be signed out. */
  spareSessions: Session[];
  /** Ids by operation: cases in which this person may do just that, persons, commands. */
  ids: Record<string, string[]>;
  /** Bodies by operation that somebody who means well would send. */
  bodies: Record<string, object[]>;
}

const stages = [
  'investigating', 'firstReview', 'intake', 'legalReview', 'responding', 'legalSignOff', 'leaderApproval', 'deliberation',
  'issuing', 'fulfilment', 'closing', 'archived',
] as const; // prettier-ignore
const bystanders = ['xltyj-h6', 'xltyj-h7', 'xltyj-h8'];
const administration = [
  { under: '/api/v1/admin/imports', person: PERSON.systemAdmin },
  { under: '/api/v1/admin/changes', person: PERSON.auditAdmin },
  { under: '/api/v1/admin', person: PERSON.securityAdmin },
];
const sitting: [name: string, person: string, also: typeof administration][] = [
  ['承办', PERSON.handler, []],
  ['审核', PERSON.reviewer, []],
  ['领导', PERSON.chair, administration],
];

/**
 * Signs a handler, a legal reviewer, and a leader who administers too in, once; each call of what is answered plays cases
 * anew into many stages and seats the three before them.
 */
export async function callSeats(
  { url, dataDir }: Pick<RunningSystem, 'url' | 'dataDir'>,
  operations: string[],
): Promise<(seed: number) => Promise<Seat[]>> {
  const accounts = JSON.parse(readFileSync(join(dataDir, 'demo-accounts.json'), 'utf8')) as Record<string, string>[];
  const passwords = new Map(accounts.map(({ username, password }) => [username!, password!]));
  const signIn = (person: string) => openSession(url, person, passwords.get(person)!);
  const sessions = new Map<string, Promise<Session>>();
  const commands: Record<string, string[]> = {};

  function sessionOf(person: string): Promise<Session> {
    const session = sessions.get(person) ?? signIn(person);
    sessions.set(person, session);
    return session;
  }

  async function post(person: string, path: string, body: string, key: string): Promise<Record<string, any>> {
    const { cookie, csrfToken } = await sessionOf(person);
    const headers = { cookie, 'X-CSRF-Token': csrfToken, 'Idempotency-Key': key, 'Content-Type': 'application/json' };
    const answer = await fetch(url + path, { method: 'POST', headers, body });
    const told = (await answer.json()) as Record<string, any>;
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(told)}`);
    return told;
  }

  async function tellAll(story: Told[]): Promise<string> {
    let id = '';
    for (const { action, person, body } of story) {
      const key = randomUUID();
      const path = action === 'register' ? '/api/v1/cases' : `/api/v1/cases/${id}/actions/${action}`;
      const answer = await post(person, path, JSON.stringify(body).replace(theirNumber, ownNumber), key);
      id ||= String(answer['id']);
      (commands[person] ??= []).push(commandIdOf(person, id, action, key));
    }
    return id;
  }

  async function allowedIn(person: string, id: string): Promise<string[]> {
    const { cookie } = await sessionOf(person);
    const answer = await fetch(`${url}/api/v1/cases/${id}`, { headers: { cookie } });
    const { allowedActions } = (await answer.json()) as { allowedActions: { action: string }[] };
    return allowedActions.map(({ action }) => `POST /api/v1/cases/{id}/actions/${action}`);
  }

  async function idsFor(person: string, cases: string[]): Promise<Seat['ids']> {
    const ids: Seat['ids'] = {};
    for (const id of cases) for (const operation of await allowedIn(person, id)) (ids[operation] ??= []).push(id);
    for (const operation of operations.filter((one) => one.includes('{id}'))) {
      if (operation.includes('/admin/')) ids[operation] = bystanders;
      else if (operation.includes('/notifications/')) ids[operation] = ['1', '2', '3'];
      else if (operation.includes('/commands/')) ids[operation] = commands[person] ?? [];
      else ids[operation] ??= cases;
    }
    return ids;
  }

  async function seatOf([name, person, also]: (typeof sitting)[number]): Promise<Omit<Seat, 'ids' | 'seed'>> {
    const own = [...also, { under: '/', person }];
    return {
      name,
      series: `测${name}`,
      sessions: await Promise.all(own.map(async (one) => ({ ...(await sessionOf(one.person)), under: one.under }))),
      spareSessions: await Promise.all([signIn(person), signIn(person)]),
      bodies: knownBodies({ username: person, password: passwords.get(person)! }),
    };
  }

  const seats = await Promise.all(sitting.map(seatOf));
  return async (seed) => {
    const cases: string[] = [];
    for (const stage of stages) cases.push((await playingStages({ tellAll }).ordinary(stage)).id);
    return Promise.all(seats.map(async (one, n) => ({ ...one, seed, ids: await idsFor(sitting[n]![1], cases) })));
  };
}

const theirNumber = /兴应急(?:法审|简?罚)〔(\d+)〕\d+号/;
let series = 0;
/** The first number of a series that nobody else uses; a series has Han digits only. */
function ownNumber(_number: string, year: string): string {
  return `测${hanDigits((series += 1))}〔${year}〕1号`;
}
