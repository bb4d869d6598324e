import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface WecomServer {
  origin: string;
  received: { key: string; raw: string; contentType: string }[];
  /** The next answer: an errcode, an HTTP status, no answer at all, or something that is no JSON. */
  behaviour: number | 'http500' | 'http503' | 'http404' | 'http429' | 'silent' | 'garbled' | 'hangsUp';
  close(): Promise<void>;
}

const limit = 20;

/** Behaves like the group robot of 企业微信, its limit of twenty messages a minute for a robot included. */
export async function startWecomServer(): Promise<WecomServer> {
  const taken = new Map<string, number[]>();
  const state: WecomServer = {
    origin: '',
    received: [],
    behaviour: 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://robot');
      const key = searchParams.get('key') ?? '';
      const raw = Buffer.concat(chunks).toString('utf8');
      state.received.push({ key, raw, contentType: request.headers['content-type'] ?? '' });
      const say = (errcode: number, errmsg: string) => {
        response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ errcode, errmsg }));
      };
      if (state.behaviour === 'silent') return undefined;
      if (state.behaviour === 'hangsUp') return request.socket.destroy();
      if (state.behaviour === 'garbled') return response.writeHead(200).end('<html>gateway</html>');
      if (typeof state.behaviour === 'string') {
        return response.writeHead(Number(state.behaviour.slice(4)), { 'Retry-After': '90' }).end();
      }
      if (state.behaviour !== 0) return say(state.behaviour, 'failed');
      if (request.method !== 'POST' || pathname !== '/cgi-bin/webhook/send') return say(93000, 'invalid webhook url');
      const { msgtype, markdown } = JSON.parse(raw) as { msgtype: string; markdown: { content: string } };
      if (msgtype !== 'markdown' || Buffer.byteLength(markdown.content) > 4_096) return say(40058, 'invalid content');
      const recent = (taken.get(key) ?? []).filter((at) => at > Date.now() - 60_000);
      if (recent.length >= limit) return say(45009, 'api freq out of limit');
      taken.set(key, [...recent, Date.now()]);
      return say(0, 'ok');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  state.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return state;
}
