import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { until } from './until.ts';

/** One event as it came over the wire. */
export interface StreamedEvent {
  id: string;
  event: string;
  data: any;
}

export interface EventStream {
  status: number;
  events: StreamedEvent[];
  comments: number;
  /** The server ended it, or the connection was lost. */
  ended: Promise<void>;
  /** Waits until the events are as wanted. */
  until(wanted: (events: StreamedEvent[]) => boolean): Promise<StreamedEvent[]>;
  response: IncomingMessage;
  close(): void;
}

/** The application on a port of its own, as streams need one. */
export async function served(app: Express): Promise<{ url: string; server: Server; close(): Promise<void> }> {
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    server,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Signs in and answers the session's cookie. */
export async function cookieOf(url: string, username: string, password: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  return answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; '); // prettier-ignore
}

/** Reads a stream of events, as a browser's EventSource does. */
export async function openEventStream(url: string, headers: Record<string, string>): Promise<EventStream> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { headers: { Accept: 'text/event-stream', ...headers } }, resolve).on('error', reject);
  });
  const stream: EventStream = {
    status: response.statusCode ?? 0,
    events: [],
    comments: 0,
    ended: new Promise((resolve) => response.on('close', resolve)),
    response,
    close: () => response.destroy(),
    async until(wanted) {
      return until(async () => (wanted(stream.events) ? stream.events : undefined)).catch(() => {
        throw new Error(`${stream.status}, not what was waited for: ${JSON.stringify(stream.events).slice(0, 2_000)}`);
      });
    },
  };
  let rest = '';
  response.on('error', () => undefined);
  response.setEncoding('utf8').on('data', (chunk: string) => {
    const blocks = `${rest}${chunk}`.split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) take(block);
  });
  return stream;

  function take(block: string): void {
    if (block.startsWith(':')) stream.comments += 1;
    const fields = Object.fromEntries(
      block.split('\n').map((line) => [line.split(': ')[0], line.slice(line.indexOf(': ') + 2)]),
    );
    if (fields['event']) {
      stream.events.push({ id: fields['id']!, event: fields['event'], data: JSON.parse(fields['data']!) });
    }
  }
}
