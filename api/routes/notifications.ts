import { Router, type Request } from 'express';
import * as notices from '../../prisma/notifications.ts';
import { readMark, readNoticeCursor, writeMark, writeNoticeCursor } from '../notice-marks.ts';
import type { NoticeStreams } from '../notice-streams.ts';
import { noticeReader, noticeView } from '../notice-view.ts';
import { describe } from '../openapi.ts';
import { problem } from '../problem.ts';
import * as schemas from '../schemas/notifications.ts';
import { momentOf, requestClock } from '../request-clock.ts';
import { signedIn } from '../session.ts';
import type { CaseDeps } from '../take-command.ts';

const path = '/api/v1/notifications';
const tag = '通知';

// prettier-ignore
describe({ method: 'get', path, summary: '我的通知，新的在前 My notices, the newest first', tag, query: schemas.noticeQuery, answers: { 200: schemas.noticePageAnswer } });
// prettier-ignore
describe({ method: 'post', path: `${path}/{id}/read`, summary: '标为已读 Mark as read', tag, params: schemas.noticeParams, idempotent: false, answers: { 200: schemas.readAnswer } });
// prettier-ignore
describe({ method: 'post', path: `${path}/read-all`, summary: '看到的全部标为已读 Mark all that was seen as read', tag, body: schemas.readAllBody, idempotent: false, answers: { 200: schemas.readAnswer } });
// prettier-ignore
describe({ method: 'get', path: `${path}/stream`, summary: '实时通知 Live updates: events `notices` and `unread`, resumed by Last-Event-ID', tag, query: schemas.streamQuery, stream: schemas.streamedNotices, answers: {} });

interface NotificationDeps extends Pick<CaseDeps, 'config' | 'database'> {
  streams: NoticeStreams;
}

/** A person's own notices. Reading them twice changes nothing more, so that no key is asked for. */
export function notificationRoutes({ config, database, streams }: NotificationDeps): Router {
  const router = Router();
  const instantOf = (request: Request) => new Date(momentOf(request, config));

  router.get(path, async (request, response) => {
    const reader = noticeReader(signedIn(request));
    const { unread, cursor, limit } = schemas.noticeQuery.parse(request.query);
    const after = readNoticeCursor(cursor);
    const page = await notices.asPerson(database, reader, async (transaction) => {
      const { mark, ...counts } = await notices.noticeCounts(transaction, reader.personId, instantOf(request));
      const asked = { mark, unread: unread === 'true', after, limit };
      const { rows, next } = await notices.listNotices(transaction, reader, asked);
      return { items: rows.map(noticeView), nextCursor: writeNoticeCursor(next), ...counts, mark: writeMark(mark) };
    });
    response.json(page);
  });

  router.post(`${path}/read-all`, async (request, response) => {
    const reader = noticeReader(signedIn(request));
    const { upTo } = schemas.readAllBody.parse(request.body ?? {});
    const now = instantOf(request);
    const unread = await notices.asPerson(database, reader, async (transaction) => {
      const { mark } = await notices.noticeCounts(transaction, reader.personId, now);
      const seen = upTo ? readMark(upTo) : mark;
      const until = seen.until < now ? seen.until : now;
      await notices.markAllRead(transaction, reader.personId, { ...seen, until }, now);
      return (await notices.noticeCounts(transaction, reader.personId, now)).unread;
    });
    response.json({ unread });
  });

  router.post(`${path}/:id/read`, async (request, response) => {
    const reader = noticeReader(signedIn(request));
    const id = schemas.noticeId.safeParse(request.params.id).data;
    const now = instantOf(request);
    const unread = await notices.asPerson(database, reader, async (transaction) => {
      if (!id || !(await notices.markRead(transaction, reader.personId, BigInt(id), now)))
        throw problem('notice.unknown');
      return (await notices.noticeCounts(transaction, reader.personId, now)).unread;
    });
    response.json({ unread });
  });

  router.get(`${path}/stream`, async (request, response) => {
    const reader = noticeReader(signedIn(request));
    const { after } = schemas.streamQuery.parse(request.query);
    const { 'Last-Event-ID': last = after } = schemas.streamHeaders.parse({
      'Last-Event-ID': request.get('Last-Event-ID'),
    });
    const mark = last === undefined ? null : readMark(last);
    await streams.open({ request, response, reader, mark, clock: requestClock(request, config) });
  });

  return router;
}
