import { writeSync } from 'node:fs';
import pino, { type Logger } from 'pino';

/**
 * What a program tells its operator, a line of JSON each on standard output. Where a line finds no room (a full disk) it is
 * lost, and nothing else is: pino's own way there blocks the process for a minute, and then ends it.
 */
export function programLog(process: 'api' | 'worker', level: string): Logger {
  return pino({ level, base: { process } }, { write });
}

function write(line: string): void {
  try {
    writeSync(1, line);
  } catch {
    // There is nowhere to say so.
  }
}
