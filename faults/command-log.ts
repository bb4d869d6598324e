import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** What a client was told of a command; unknown where it was told nothing, or nothing that settles it. */
export type Said =
  | { said: 'acknowledged'; caseId: string; seq: number; stage: string }
  | { said: 'refused'; status: number; code: string }
  | { said: 'pending'; commandId: string }
  | { said: 'unknown'; why: string; status?: number };

/** Written before a command is sent. The case is not known to the client while it files. */
export interface Sent {
  at: number;
  line: 'sent';
  key: string;
  /** Of one key: the first time that it is sent is 1. */
  attempt: number;
  client: number;
  person: string;
  action: string;
  caseId: string | null;
  /** Sent with another body than the key was first used with, and so to be refused. */
  otherBody: boolean;
}

/** Written after the answer, or when there was none; `asked` where GET /api/v1/commands/{id} told it. */
export type Heard = {
  at: number;
  line: 'answered' | 'asked';
  key: string;
  attempt: number;
  otherBody: boolean;
} & Said;

export type LogLine = Sent | Heard;

export interface CommandLog {
  write(line: LogLine): void;
}

/** The clients' log: a line is in the file before write() comes back. */
export function openCommandLog(file: string): CommandLog {
  return { write: (line) => appendFileSync(file, `${JSON.stringify(line)}\n`) };
}

export function readCommandLog(file: string): LogLine[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as LogLine);
}
