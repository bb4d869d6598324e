import type { Logger } from 'pino';
import { maySend, type SendingHours } from '../domain/outgoing.ts';
import type { Millis } from '../domain/state.ts';
import { inAgency, type Database } from '../prisma/client.ts';
import { workCalendar } from '../prisma/deadlines.ts';
import { gatherDeliveries, serveChannels } from '../prisma/deliveries.ts';
import { sendNext, type Sending } from './send.ts';

export interface OutgoingOptions extends Sending {
  database: Database;
  log: Logger;
  hours: SendingHours;
  /** Milliseconds for which notices to one address are gathered into one message. */
  gatherMs: number;
  /** Milliseconds between two looks at what waits. */
  everyMs: number;
  now?: () => Millis;
}

export interface Outgoing {
  /** Waits for the message that is on its way, and sends no other. */
  stop(): Promise<void>;
}

/** Sends what waits to leave, while it may leave; two questions a look when there is nothing. */
export function startOutgoing(options: OutgoingOptions): Outgoing {
  const { pool, channels, log, everyMs } = options;
  let stopped = false;
  let wake: () => void = () => {};
  const running = run();

  async function run(): Promise<void> {
    let told = false;
    while (!stopped && !(told && channels.length === 0)) {
      try {
        if (!told) await serveChannels(pool, channels.map(({ name }) => name)); // prettier-ignore
        told = true;
        if (channels.length > 0) await sendAll(options, () => stopped);
      } catch (error) {
        // Codes only: what a driver says may hold what it was given.
        log.warn({ errorCode: (error as { code?: string }).code }, 'notices could not be sent; trying again');
      }
      if (!stopped && (!told || channels.length > 0)) await pause();
    }
    for (const channel of channels) channel.close();
  }

  function pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, everyMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  return {
    async stop() {
      stopped = true;
      wake();
      await running;
    },
  };
}

/** One look: gathers what waits, and sends all that is due, one after the other. Outside office hours it does neither. */
export async function sendAll(options: OutgoingOptions, stopped: () => boolean = () => false): Promise<number> {
  const { database, pool, hours, gatherMs, log, now = Date.now } = options;
  const calendar = hours && (await inAgency(database, '', workCalendar));
  const open = () => !calendar || maySend(calendar, hours, now());
  if (!open()) return 0;
  await gatherDeliveries(pool, now(), gatherMs);
  for (let sent = 0; ; sent += 1) {
    if (stopped() || !open()) return sent;
    const outcome = await sendNext(options, now);
    if (!outcome) return sent;
    if (outcome.kind !== 'delivered')
      log.warn({ outcome: outcome.kind, reason: outcome.reason }, 'a message was not taken');
  }
}
