import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Database } from '../prisma/client.ts';
import { openListener, type Listener } from '../prisma/listener.ts';
import { asPerson, noticeCounts, type NoticeMark, type NoticeReader } from '../prisma/notifications.ts';
import type { Pool } from '../prisma/pool.ts';
import { findSession, livingSessions } from '../prisma/sessions.ts';
import { openNoticeStream, type NoticeStream } from './notice-stream.ts';
import { noticeReader } from './notice-view.ts';
import { todayOf } from './today.ts';

export interface NoticeStreams {
  open(opening: Opening): Promise<void>;
  /** Ends every stream; readers come back where they were. */
  end(): void;
  close(): Promise<void>;
}

export interface Opening {
  request: Request;
  response: Response;
  reader: NoticeReader;
  mark: NoticeMark | null;
  clock: number | undefined;
}

interface Open {
  stream: NoticeStream;
  personId: string;
  sid: string;
  response: Response;
}

export interface NoticeStreamsDeps {
  config: Pick<Config, 'profile'>;
  database: Database;
  pool: Pool;
  databaseUrl: string;
  log: Logger;
  /** Milliseconds between two signs of life. */
  beatMs?: number;
}

const perPerson = 8;
/** By how much the clock of the process that wrote a mark may be ahead of ours. */
const skewMs = 60_000;

/** Everybody's live updates in this process: one connection listens for all of them, and one question looks after their sessions. */
export function createNoticeStreams({
  config,
  database,
  pool,
  databaseUrl,
  log,
  beatMs = 20_000,
}: NoticeStreamsDeps): NoticeStreams {
  const all = new Set<Open>();
  let listener: Listener | null = null;
  let beating: NodeJS.Timeout | undefined;

  function begin(): void {
    listener ??= openListener(databaseUrl, ['notification', 'session_ended'], {
      told: (channel, payload) => (channel === 'notification' ? wakeThoseOf(payload) : endSession(payload)),
      listening: () => all.forEach(({ stream }) => stream.wake()),
      lost: () => log.warn('notices are not heard of; connecting again'),
    });
    beating ??= setInterval(() => void beat().catch(failed), beatMs);
  }

  function wakeThoseOf(personId: string): void {
    for (const open of all) if (open.personId === personId) open.stream.wake();
  }

  function endSession(digest: string): void {
    for (const open of all) if (createHash('sha256').update(open.sid).digest('hex') === digest) open.stream.end();
  }

  async function beat(): Promise<void> {
    for (const { stream, response } of all) if (!stream.beat()) response.destroy();
    if (all.size === 0) return;
    const living = await livingSessions(pool, [...new Set([...all].map(({ sid }) => sid))], todayOf(config));
    for (const { stream, sid } of all) if (!living.has(sid)) stream.end();
  }

  function failed(error: unknown): void {
    log.warn({ errorCode: (error as { code?: string }).code }, 'notices could not be read; trying again');
  }

  async function whereToBegin({ reader, mark, clock }: Opening): Promise<NoticeMark> {
    const now = new Date(clock ?? Date.now());
    const head = await asPerson(database, reader, async (transaction) =>
      noticeCounts(transaction, reader.personId, now),
    );
    if (!mark) return head.mark;
    const position = mark.position < head.mark.position ? mark.position : head.mark.position;
    const tolerated = now.getTime() + skewMs;
    return { position, until: mark.until.getTime() <= tolerated ? mark.until : now };
  }

  return {
    async open(opening) {
      const { request, response, reader, clock } = opening;
      const { personId } = reader;
      const mark = await whereToBegin(opening);
      response.set({ 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-cache, no-transform' });
      response.set('X-Accel-Buffering', 'no');
      if (request.method === 'HEAD') return void response.end();
      const sid = request.sessionID;
      const readerNow = async () => {
        const holder = (await findSession(pool, sid, todayOf(config)))?.holder;
        return holder ? noticeReader(holder) : null;
      };
      const stream = openNoticeStream({ response, database, reader: readerNow, personId, mark, clock, failed });
      const open = { stream, personId, sid, response };
      const others = [...all].filter((one) => one.personId === personId);
      for (const oldest of others.slice(0, Math.max(0, others.length - perPerson + 1))) oldest.stream.end();
      all.add(open);
      response.on('close', () => all.delete(open));
      response.write('retry: 3000\n\n');
      begin();
      stream.wake();
    },
    end: () => all.forEach(({ stream }) => stream.end()),
    async close() {
      clearInterval(beating);
      all.forEach(({ stream }) => stream.end());
      await listener?.close();
    },
  };
}
