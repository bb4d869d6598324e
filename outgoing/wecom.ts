import { z } from 'zod';
import type { Channel, Outcome } from './channel.ts';

export interface WecomSettings {
  /** https://qyapi.weixin.qq.com, or what stands in its place. */
  origin: string;
  timeoutMs?: number;
}

const answer = z.object({ errcode: z.number().int() });
/** errcode of 企业微信: called too often; busy; too many calls at once. */
const passing: Record<number, number | undefined> = { 45009: 60_000, [-1]: undefined, 45033: 10_000 };

/**
 * The group robot of 企业微信: one POST of markdown to its address. It has no id of a message, so that a message whose
 * answer was lost may come a second time; nothing on our side can rule that out without losing some instead.
 */
export function wecomChannel({ origin, timeoutMs = 10_000 }: WecomSettings): Channel {
  return {
    name: 'wecom',
    async deliver({ address, zh, link }) {
      try {
        const response = await fetch(`${origin}/cgi-bin/webhook/send?key=${encodeURIComponent(address)}`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ msgtype: 'markdown', markdown: { content: `${zh}\n[${link}](${link})` } }),
          signal: AbortSignal.timeout(timeoutMs),
          redirect: 'error',
        });
        return await outcomeOf(response);
      } catch (error) {
        const timedOut = (error as { name?: string }).name === 'TimeoutError';
        return { kind: 'later', reason: timedOut ? 'wecom.timeout' : 'wecom.unreachable' };
      }
    },
    close: () => undefined,
  };
}

async function outcomeOf(response: Response): Promise<Outcome> {
  if (!response.ok) {
    await response.body?.cancel();
    const reason = `wecom.http${response.status}`;
    const passes = response.status >= 500 || response.status === 429 || response.status === 408;
    if (!passes) return { kind: 'refused', reason };
    const seconds = Number(response.headers.get('Retry-After'));
    return { kind: 'later', reason, ...(seconds > 0 && { retryAfterMs: seconds * 1_000 }) };
  }
  const body = answer.safeParse(await response.json().catch(() => null));
  if (!body.success) return { kind: 'later', reason: 'wecom.unreadable' };
  const { errcode } = body.data;
  if (errcode === 0) return { kind: 'delivered' };
  const reason = `wecom.${errcode}`;
  if (!(errcode in passing)) return { kind: 'refused', reason };
  const retryAfterMs = passing[errcode];
  return { kind: 'later', reason, ...(retryAfterMs !== undefined && { retryAfterMs }) };
}
