import type { z } from 'zod';
import type { commandAnswer } from '../../api/schemas/case.ts';
import { refusalMessages, type Refusal } from '../../domain/refusal.ts';
import { get, isAnswer, newKey, post, Problem, Unreachable } from '../http.ts';
import type { Typed } from './typed.ts';

interface Sent {
  key: string;
  path: string;
  body: unknown;
}

interface Answer {
  id?: string;
  caseId?: string;
  commandId?: string;
}

interface Sending {
  typed: () => Typed;
  /** Writes down under which key an act goes out, before it goes; null once it is known what became of it. */
  note: (sent: string | null) => Promise<void>;
}

export interface Done {
  caseId: string;
  /** An attempt before, of which no answer had come, was done: not what is typed now. */
  before: boolean;
}

/**
 * Sends an act once, whatever happens to the connection, the page or the session: its key is kept with what is typed, and
 * an attempt whose answer was lost is asked about before another goes out.
 * @throws Problem with what the API refuses, Unreachable where it is still not known
 */
export async function sendOnce(sending: Sending, path: string, body: unknown): Promise<Done> {
  const before = sentIn(sending.typed());
  const same = before?.path === path && JSON.stringify(before.body) === JSON.stringify(body);
  if (before && !same) {
    const done = await settled(sending, before).catch((error: unknown) => {
      if (isAnswer(error)) return null;
      throw error;
    });
    if (done) return { caseId: done, before: true };
  }
  const sent = before && same ? before : { key: newKey(), path, body };
  await sending.note(JSON.stringify(sent));
  return { caseId: await settled(sending, sent), before: false };
}

export function sentIn(typed: Typed): Sent | null {
  return typed['_sent'] ? (JSON.parse(typed['_sent']) as Sent) : null;
}

async function settled(sending: Sending, { key, path, body }: Sent): Promise<string> {
  try {
    const answer = await post<Answer>(path, body, key);
    const { commandId, id, caseId = id ?? '' } = answer;
    if (commandId) await untilKnown(commandId);
    // The key stays with what was typed until that is taken away: a window that breaks down here does not do it twice.
    return caseId;
  } catch (error) {
    if (isAnswer(error)) await sending.note(null);
    throw error;
  }
}

/** Taken in and not answered in time: asks until it is known. */
async function untilKnown(commandId: string): Promise<void> {
  for (let times = 0; times < 30; times++) {
    const { status, answer } = await get<z.infer<typeof commandAnswer>>(`/api/v1/commands/${commandId}`);
    if (status === 'done') return;
    if (status === 'refused') throw refused(answer as Refusal);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  throw new Unreachable('pending');
}

function refused({ code, details }: Refusal): Problem {
  const { zh, en } = refusalMessages[code];
  return new Problem(409, { code, detail: zh, detailEn: en, ...(details && { details }) });
}
