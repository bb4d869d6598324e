const prismaCodes = new Set(['P1000', 'P1001', 'P1002', 'P1003', 'P1008', 'P1011', 'P1017', 'P2024', 'P2037']);
const systemCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EPIPE',
  'EHOSTUNREACH',
]);
/** How Prisma's adapter names a lost connection where Prisma gives it no code of its own, at the end of a transaction. */
const adapterKinds = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections']);
const words =
  /Connection terminated|is not queryable|timeout exceeded when trying to connect|Can't reach database|Unable to start a transaction/i;

/** Whether an error, or what caused it, says that the database cannot be reached, or has no room (and not that a statement was wrong). */
export function isDatabaseAway(error: unknown): boolean {
  for (let cause = error, depth = 0; isRecord(cause) && depth < 8; depth += 1) {
    const codes = textsOf(cause, ['code', 'errorCode', 'originalCode']);
    if (codes.some((code) => prismaCodes.has(code) || systemCodes.has(code) || isConnectionState(code))) return true;
    if (textsOf(cause, ['kind']).some((kind) => adapterKinds.has(kind))) return true;
    if (cause['name'] === 'PrismaClientInitializationError') return true;
    if (textsOf(cause, ['message']).some((message) => words.test(message))) return true;
    cause = cause['cause'] ?? (isRecord(cause['meta']) ? cause['meta']['driverAdapterError'] : undefined);
  }
  return false;
}

/** SQLSTATE class 08, shutting down (57P), and class 53: too many connections, no memory, a full disk. */
function isConnectionState(code: string): boolean {
  return /^08[0-9A-Z]{3}$/.test(code) || /^57P0[1-4]$/.test(code) || /^53[0-9A-Z]{3}$/.test(code);
}

function textsOf(cause: Record<string, unknown>, names: string[]): string[] {
  return names.map((name) => cause[name]).filter((value) => typeof value === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
