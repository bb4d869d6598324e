import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, Client } from './client.ts';
import { BadAnswer } from './session.ts';

/** A case as GET /api/v1/cases/{id} answers it, as far as the player reads it. */
export interface CaseView {
  id?: string;
  lastSeq?: number;
  stage?: string;
  round?: number;
  content?: number;
  pass?: number | null;
  holder?: string[] | null;
  handlers?: string[];
  major?: boolean;
  obligations?: Record<string, string> | null;
  obligationsDue?: Record<string, string | null> | null;
  due?: string | null;
  overallDue?: string | null;
  history?: {
    type: string;
    at: string;
    actor: string;
    stage: string;
    rung?: { name: string; deadline: string };
    told?: string[];
  }[];
  [key: string]: unknown;
}

export interface Act {
  person: string;
  path: string;
  body: unknown;
  at: string;
  /** Where the case is read, and its last event before: needed to wait for a slow command; null when filing. */
  known: { path: string; lastSeq: number } | null;
  /** Of an act that may be sent again: one key has one effect. */
  key?: string;
}

export type Outcome = { accepted: true; view: CaseView } | { accepted: false; code: string; message: string };

export interface Patience {
  attempts: number;
  everyMs: number;
}

const patience: Patience = { attempts: 60, everyMs: 500 };

/** Sends an act; one that is only accepted for later (202) is waited for until the case has a new event. */
export async function sendAct(client: Client, act: Act, wait = patience): Promise<Outcome> {
  try {
    const answer = await client.post(act.person, act.path, act.body, act.at, act.key);
    if (answer.status === 202) return await waitForEvent(client, act, answer, wait);
    if (answer.status === 200 || answer.status === 201) return { accepted: true, view: answer.body as CaseView };
    return refusal(answer);
  } catch (error) {
    return { accepted: false, code: 'request.failed', message: (error as Error).message };
  }
}

/** Reads a case at a moment. @throws BadAnswer when it cannot be read */
export async function readCase(client: Client, person: string, path: string, at: string): Promise<CaseView> {
  const answer = await client.get(person, path, at);
  if (answer.status !== 200) throw new BadAnswer(`GET ${path} by ${person}: ${said(answer)}`);
  return answer.body as CaseView;
}

async function waitForEvent(client: Client, act: Act, answer: Answer, wait: Patience): Promise<Outcome> {
  const { id } = answer.body as CaseView;
  const path = act.known?.path ?? (id ? `${act.path}/${id}` : null);
  for (let attempt = 0; path && attempt < wait.attempts; attempt += 1) {
    await sleep(wait.everyMs);
    const read = await client.get(act.person, path, act.at);
    const view = read.body as CaseView;
    if (read.status === 200 && (view.lastSeq ?? 0) > (act.known?.lastSeq ?? 0)) return { accepted: true, view };
  }
  return {
    accepted: false,
    code: 'command.slow',
    message: `202, and no event after ${wait.attempts} attempts to read it`,
  };
}

function refusal(answer: Answer): Outcome {
  const { code } = answer.body as { code?: string };
  return { accepted: false, code: code ?? `http.${answer.status}`, message: said(answer) };
}

function said({ status, body }: Answer): string {
  if (typeof body === 'string') return `${status} ${body.slice(0, 200)}`;
  const { code, detail, title } = body as { code?: string; detail?: string; title?: string };
  return [status, code, detail ?? title].filter(Boolean).join(' ');
}
