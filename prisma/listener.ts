import pg from 'pg';

export interface Heard {
  /** Somebody told this channel something. */
  told(channel: string, payload: string): void;
  /** Listening begins, or begins anew: what was told meanwhile was not heard. */
  listening(): void;
  /** The connection is gone; it is tried again. */
  lost(): void;
}

export interface Listener {
  close(): Promise<void>;
}

const longestPauseMs = 10_000;
const askEveryMs = 20_000;

/** Listens to channels of the database on one connection of its own, and connects again for as long as it is not closed. */
export function openListener(url: string, channels: string[], heard: Heard): Listener {
  let client: pg.Client | null = null;
  let closed = false;
  let pauseMs = 250;
  let timer: NodeJS.Timeout | undefined;
  let asking: NodeJS.Timeout | undefined;
  let opening = connect();

  async function connect(): Promise<void> {
    const options = '-c role=sanxiang_app';
    const fresh = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
      options,
    });
    fresh.on('error', () => lose(fresh));
    fresh.on('end', () => lose(fresh));
    fresh.on('notification', ({ channel, payload }) => heard.told(channel, payload ?? ''));
    client = fresh;
    try {
      await fresh.connect();
      await fresh.query(channels.map((channel) => `LISTEN ${channel}`).join('; '));
      if (closed) return;
      pauseMs = 250;
      // A connection that died without a word is found out by asking.
      asking = setInterval(() => void fresh.query('SELECT 1').catch(() => lose(fresh)), askEveryMs);
      heard.listening();
    } catch {
      lose(fresh);
    }
  }

  function lose(gone: pg.Client): void {
    if (client !== gone) return;
    client = null;
    clearInterval(asking);
    void gone.end().catch(() => undefined);
    if (closed) return;
    heard.lost();
    timer = setTimeout(() => {
      opening = connect();
    }, pauseMs);
    pauseMs = Math.min(pauseMs * 2, longestPauseMs);
  }

  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      clearInterval(asking);
      await opening;
      await client?.end().catch(() => undefined);
    },
  };
}
