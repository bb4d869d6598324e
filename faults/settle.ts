import { setTimeout as sleep } from 'node:timers/promises';
import type { CommandLog, Said } from './command-log.ts';
import type { HttpClient } from './http-client.ts';
import type { Move } from './case-plan.ts';

export interface Command extends Omit<Move, 'turn' | 'pause'> {
  client: number;
  caseId: string | null;
  otherBody: boolean;
}

/** What carries commands: the connection, the log, and who counts. */
export interface Courier {
  http: HttpClient;
  log: CommandLog;
  /** Told of each command that was settled, with the milliseconds since it was first sent. */
  settled(said: Said, tookMs: number): void;
  /** Nothing more is tried afterwards. */
  gaveUp(): boolean;
}

const askEveryMs = 500;
const asks = 12;
const longestPauseMs = 1_000;

/** Sends a command, under the same key again and again until its answer is known, or leaves it: as its plan says. */
export async function settle(command: Command, courier: Courier): Promise<Said> {
  const began = Date.now();
  let said: Said = { said: 'unknown', why: 'not sent' };
  for (let attempt = 1; !courier.gaveUp(); attempt += 1) {
    said = await send(command, attempt, courier);
    if (said.said === 'pending') said = await ask(command, attempt, said.commandId, courier);
    if (isKnown(said) || command.onUnknown === 'leave') break;
    await sleep(Math.min(100 * attempt, longestPauseMs));
  }
  courier.settled(said, Date.now() - began);
  return said;
}

async function send(command: Command, attempt: number, { http, log }: Courier): Promise<Said> {
  const { client, key, person, action, caseId, body, otherBody } = command;
  log.write({ at: Date.now(), line: 'sent', key, attempt, client, person, action, caseId, otherBody });
  const path = action === 'register' ? '/api/v1/cases' : `/api/v1/cases/${caseId}/actions/${action}`;
  const said = await http.post(person, path, body, key);
  log.write({ at: Date.now(), line: 'answered', key, attempt, otherBody, ...said });
  return said;
}

/** 202: the command may still take effect, and the API tells later. */
async function ask(
  command: Command,
  attempt: number,
  commandId: string,
  { http, log, gaveUp }: Courier,
): Promise<Said> {
  const { key, person, otherBody } = command;
  let said: Said = { said: 'pending', commandId };
  for (let n = 0; n < asks && !gaveUp(); n += 1) {
    await sleep(askEveryMs);
    said = await http.ask(person, commandId);
    if (isKnown(said)) break;
  }
  log.write({ at: Date.now(), line: 'asked', key, attempt, otherBody, ...said });
  return said;
}

function isKnown({ said }: Said): boolean {
  return said === 'acknowledged' || said === 'refused';
}
