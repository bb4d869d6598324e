import type { Config } from '../config.ts';
import { mailChannel } from './mail.ts';
import type { OutgoingOptions } from './run.ts';
import { wecomChannel } from './wecom.ts';

const everyMs = 15_000;

/** The channels that are set, and when they may be used. */
export function outgoingOf({ mail, wecom, link, hours, gatherMs }: Config['outgoing']) {
  const channels = [...(mail ? [mailChannel(mail)] : []), ...(wecom ? [wecomChannel(wecom)] : [])];
  return { channels, link, hours, gatherMs, everyMs } satisfies Partial<OutgoingOptions>;
}
