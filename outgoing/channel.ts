/** One message on its way: nothing in it but numbers. */
export interface OutgoingNotice {
  /** The same at every attempt: the other side can tell a second delivery by it, where it looks. */
  id: string;
  /** A mail address, or the key of a robot. */
  address: string;
  zh: string;
  en: string;
  /** Where to sign in. */
  link: string;
}

/** What became of an attempt. `reason` is a code for administrators, without address or words. */
export type Outcome =
  | { kind: 'delivered' }
  | { kind: 'refused'; reason: string }
  | { kind: 'later'; reason: string; retryAfterMs?: number };

/** The door through which every channel goes: 企业微信 and mail now, 钉钉 and 飞书 later. */
export interface Channel {
  name: string;
  deliver(notice: OutgoingNotice): Promise<Outcome>;
  close(): void;
}
