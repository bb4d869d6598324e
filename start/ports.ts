import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

const loopback = '127.0.0.1';

/** Says in one sentence that a port is taken, and which setting moves it. */
export class PortInUse extends Error {
  constructor(port: number, what: string, setting: string) {
    super(
      `端口 ${port}（${what}）已被占用，请关闭占用它的程序，或用 ${setting} 换一个端口。` +
        ` Port ${port} (${what}) is in use: stop what uses it, or choose another one with ${setting}.`,
    );
    this.name = 'PortInUse';
  }
}

/** Whether a server could listen on this port now, on loopback and (as the API does) on every address. */
export async function isPortFree(port: number): Promise<boolean> {
  return (await canListen(port, loopback)) && (await canListen(port, undefined));
}

/** @throws PortInUse naming the port and the setting that changes it. */
export async function assertPortFree(port: number, what: string, setting = 'PORT'): Promise<void> {
  if (!(await isPortFree(port))) throw new PortInUse(port, what, setting);
}

/**
 * A port nobody listens on at this moment, below those that systems give to outgoing connections (from 32768 on Linux,
 * 49152 elsewhere), so that nobody gets it while its server is dead and starts again.
 */
export function freePort(): Promise<number> {
  return freePortNear(randomInt(20_000, 32_000));
}

/** The first free port from `preferred` upwards, within `tries`; any free port after that. */
export async function freePortNear(preferred: number, tries = 20): Promise<number> {
  for (let port = preferred; port < preferred + tries; port += 1) {
    if (await isPortFree(port)) return port;
  }
  return freePort();
}

function canListen(port: number, host: string | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host }, () => server.close(() => resolve(true)));
  });
}
