import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { mailChannel } from '../../outgoing/mail.ts';
import { sendAll, type OutgoingOptions } from '../../outgoing/run.ts';
import { wecomChannel } from '../../outgoing/wecom.ts';
import { serveChannels } from '../../prisma/deliveries.ts';
import { openPool, type Pool } from '../../prisma/pool.ts';
import { startMailServer, type MailServer } from './mail-server.ts';
import { createRecordedSystem, type RecordedSystem } from './recorded-system.ts';
import { storyOf, upTo } from './stories.ts';
import { startWecomServer, type WecomServer } from './wecom-server.ts';

export const administrator = 'xltyj-y1';
export const reviewer = 'xltyj-f1';
export const email = 'zhuo.zijin@example.gov.cn';

/** A case that waits for its first reviewer, and the servers through which notices leave. */
export interface OutgoingSystem {
  system: RecordedSystem;
  pool: Pool;
  mail: MailServer;
  wecom: WecomServer;
  caseId: string;
  logged: string[];
  /** Everybody who holds the task is urged once more. */
  urge(): Promise<void>;
  /** One look at what waits, at a moment so many minutes from now. */
  look(minutes?: number, changes?: Partial<OutgoingOptions>): Promise<number>;
  admin(path: string, body: object, person?: string): Promise<{ status: number; body: any }>;
  deliveries(): Promise<Record<string, any>[]>;
  close(): Promise<void>;
}

export async function createOutgoingSystem(): Promise<OutgoingSystem> {
  const system = await createRecordedSystem();
  const pool = openPool(system.db.appUrl, 3);
  const mail = await startMailServer();
  const wecom = await startWecomServer();
  const caseId = await system.tellAll(upTo(storyOf('C01').requests, 'submit'));
  await serveChannels(pool, ['mail', 'wecom']);
  const logged: string[] = [];
  const channels = [
    mailChannel({ url: mail.url, from: 'sanxiang@example.gov.cn' }),
    wecomChannel({ origin: wecom.origin }),
  ];
  const urge = async () => {
    const { status } = await system.post('xltyj-s1', `/api/v1/cases/${caseId}/actions/urge`, {});
    if (status !== 200) throw new Error(`urge: ${status}`);
  };
  // What fell due until now is recorded before anybody has an address.
  await urge();
  return {
    ...{ system, pool, mail, wecom, caseId, logged, urge },
    look: (minutes = 0, changes = {}) =>
      sendAll({
        database: system.db.database,
        pool,
        channels,
        link: 'https://sanxiang.example.gov.cn/',
        hours: null,
        gatherMs: 0,
        everyMs: 1_000,
        log: pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) }),
        now: () => Date.now() + minutes * 60_000,
        ...changes,
      }),
    async admin(path, body, person = administrator) {
      const { browser, csrf } = await system.api.signedIn(person);
      return browser.post(`/api/v1/admin/${path}`).set({ 'X-CSRF-Token': csrf, 'Idempotency-Key': randomUUID() }).send(body); // prettier-ignore
    },
    deliveries: () => system.db.asOwner('SELECT *, id::int AS id FROM delivery ORDER BY delivery.id'),
    async close() {
      for (const channel of channels) channel.close();
      await mail.close();
      await wecom.close();
      await pool.end();
      await system.close();
    },
  };
}
