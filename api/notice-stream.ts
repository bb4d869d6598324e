import type { Response } from 'express';
import type { z } from 'zod';
import * as notices from '../prisma/notifications.ts';
import type { Database } from '../prisma/client.ts';
import { writeMark } from './notice-marks.ts';
import { noticeView } from './notice-view.ts';
import type { streamedNotices } from './schemas/notifications.ts';

export interface NoticeStreamOptions {
  response: Response;
  database: Database;
  /** Who reads, with the roles held now; null once the session has ended. */
  reader(): Promise<notices.NoticeReader | null>;
  personId: string;
  mark: notices.NoticeMark;
  /** The moment at which the stream stands, in profile rehearsal. */
  clock: number | undefined;
  /** The database could not be asked: it is tried again, after a second at first, twice as long each time. */
  failed(error: unknown): void;
}

export interface NoticeStream {
  /** Looks for what is new, now or as soon as it can. */
  wake(): void;
  /** Says that it is alive; false once its reader has stopped taking anything for two beats. */
  beat(): boolean;
  end(): void;
}

const batch = 200;
const longestTimerMs = 2_147_483_647;
const firstPauseMs = 1_000;
const longestPauseMs = 20_000;

/**
 * One reader's live updates. Whatever happens, it sends what lies beyond the mark, in batches whose ids are marks
 * themselves, and keeps nothing: a reader that takes nothing more is waited for, not written for.
 */
export function openNoticeStream({
  response,
  database,
  reader,
  personId,
  clock,
  ...given
}: NoticeStreamOptions): NoticeStream {
  let { mark } = given;
  let unread = -1;
  let busy = false;
  let again = false;
  let missed = false;
  let pauseMs = firstPauseMs;
  let blocked = 0;
  let timer: NodeJS.Timeout | undefined;

  response.on('drain', () => {
    blocked = 0;
    wake();
  });
  response.on('close', () => clearTimeout(timer));

  function wake(): void {
    again = true;
    if (busy || response.writableEnded || response.destroyed) return;
    busy = true;
    void deliver()
      .catch((error: unknown) => {
        missed = true;
        given.failed(error);
        clearTimeout(timer);
        if (response.writableEnded || response.destroyed) return;
        timer = setTimeout(wake, pauseMs);
        pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      })
      .finally(() => {
        busy = false;
        if (again && !missed && !response.writableNeedDrain) wake();
      });
  }

  async function deliver(): Promise<void> {
    while (again && !response.writableNeedDrain && !response.writableEnded && !response.destroyed) {
      again = false;
      missed = false;
      const who = await reader();
      if (!who) return end();
      await deliverTo(who);
      pauseMs = firstPauseMs;
    }
  }

  async function deliverTo(who: notices.NoticeReader): Promise<void> {
    const now = new Date(Math.max(clock ?? Date.now(), mark.until.getTime()));
    const found = await notices.asPerson(database, who, async (transaction) => ({
      ...(await notices.noticesBeyond(transaction, who, mark, now, batch)),
      counts: await notices.noticeCounts(transaction, personId, now),
      next: await notices.nextNotice(transaction, personId, now),
    }));
    mark = { ...mark, until: now };
    if (found.waited.length > 0) sendNotices(found.waited, found.counts.unread);
    if (found.fresh.length > 0) {
      mark = { ...mark, position: found.fresh.at(-1)!.position };
      sendNotices(found.fresh, found.counts.unread);
    }
    if (found.counts.unread !== unread) send('unread', { unread: found.counts.unread, mark: writeMark(mark) });
    unread = found.counts.unread;
    again ||= found.fresh.length === batch;
    clearTimeout(timer);
    if (found.next && clock === undefined) {
      timer = setTimeout(wake, Math.min(found.next.getTime() - Date.now() + 1, longestTimerMs));
    }
  }

  function sendNotices(rows: notices.NoticeRow[], count: number): void {
    unread = count;
    send('notices', { items: rows.map(noticeView), unread, mark: writeMark(mark) } satisfies z.infer<
      typeof streamedNotices
    >);
  }

  /** Whole or not at all: what is cut off before its empty line was never told. */
  function send(event: string, data: object): void {
    response.write(`id: ${writeMark(mark)}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  function end(): void {
    clearTimeout(timer);
    response.end();
  }

  return {
    wake,
    beat() {
      if (!response.writableNeedDrain) {
        response.write(':\n\n');
        blocked = 0;
        return true;
      }
      blocked += 1;
      return blocked <= 2;
    },
    end,
  };
}
