import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** How the server answers the next message, once it has all of it. */
export type MailBehaviour = 'takes' | 'unknownRecipient' | 'greylists' | 'refusesContent' | 'drops' | 'silent' | 'busy';

export interface MailServer {
  url: string;
  /** Every message as it came over the wire, with its recipient. */
  received: { to: string; raw: string }[];
  behaviour: MailBehaviour;
  /** Called when a message is whole, before it is answered. */
  onWhole: () => void | Promise<void>;
  close(): Promise<void>;
}

/** A mail server that can refuse as real ones do: 550, 451, 554, the connection dropped or held after DATA. */
export async function startMailServer(): Promise<MailServer> {
  const state: MailServer = {
    url: '',
    received: [],
    behaviour: 'takes',
    onWhole: () => undefined,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const refusal = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onAuth: (_auth, _session, answer) => answer(refusal(535, 'wrong password')),
    onConnect: (_session, answer) => answer(state.behaviour === 'busy' ? refusal(421, 'too busy') : null),
    onRcptTo(_address, _session, answer) {
      if (state.behaviour === 'unknownRecipient') return answer(refusal(550, 'no such user zhang@example.gov.cn'));
      return answer(state.behaviour === 'greylists' ? refusal(451, 'greylisted, try later') : null);
    },
    onData(stream, session, answer) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const [recipient] = session.envelope.rcptTo;
        state.received.push({ to: recipient?.address ?? '', raw: Buffer.concat(chunks).toString('utf8') });
        void Promise.resolve(state.onWhole()).then(() => {
          if (state.behaviour === 'refusesContent') return answer(refusal(554, 'spam'));
          if (state.behaviour === 'drops') return dropAll(server);
          return state.behaviour === 'silent' ? undefined : answer();
        });
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  state.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  return state;
}

function dropAll(server: SMTPServer): void {
  const { connections } = server as unknown as { connections: Set<{ _socket: { destroy(): void } }> };
  for (const connection of connections) connection._socket.destroy();
}

/** The text of a message with its transfer encoding undone. */
export function textOf(raw: string): string {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))); // prettier-ignore
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
