import { createTransport } from 'nodemailer';
import type { Channel, Outcome } from './channel.ts';

export interface MailSettings {
  /** smtp://user:password@host:port, smtps:// with TLS from the beginning. */
  url: string;
  from: string;
  timeoutMs?: number;
}

/**
 * Mail over SMTP. Each message keeps its Message-ID through every attempt: when we die, or the connection, between the
 * server's taking it and our hearing so, it is sent again, and receivers that look at the id show it once. SMTP itself
 * promises nothing there.
 */
export function mailChannel({ url, from, timeoutMs = 20_000 }: MailSettings): Channel {
  const timeouts = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs };
  const transport = createTransport({ url, ...timeouts });
  const domain = from.split('@').at(-1)?.replace(/[^\w.-]/g, '') || 'sanxiang'; // prettier-ignore
  return {
    name: 'mail',
    async deliver({ id, address, zh, en, link }) {
      try {
        await transport.sendMail({
          from,
          to: { name: '', address },
          subject: '三项待办提醒 Sanxiang',
          text: `${zh}\n${en}\n${link}\n`,
          messageId: `<sanxiang-${id}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return { kind: 'delivered' };
      } catch (error) {
        return outcomeOf(error as { code?: string; responseCode?: number });
      }
    },
    close: () => transport.close(),
  };
}

/** 5xx to the message or its recipient is for good; what is wrong with us or on the way (sign-in, connection, 4xx) may pass. */
function outcomeOf({ code, responseCode }: { code?: string; responseCode?: number }): Outcome {
  const reason = `smtp.${responseCode ?? code ?? 'failed'}`;
  const ours = code === 'EAUTH' || code === 'ECONNECTION' || code === 'ETLS';
  if (!ours && responseCode !== undefined && responseCode >= 500 && responseCode !== 530)
    return { kind: 'refused', reason };
  return { kind: 'later', reason };
}
