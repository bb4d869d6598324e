import type { Decided } from './command.ts';

/** Acts that ask for movement, or tell of it, and are none themselves. */
const onlySaid: Decided['type'][] = [
  'urge',
  'comment',
  'copyTo',
  'openSupervision',
  'replySupervision',
  'returnSupervision',
  'closeSupervision',
];

/** Whether something happened in the case: what the clock records, urging and comments bring nothing on (process.md "Stuck"). */
export function bringsOn({ type, actor }: Pick<Decided, 'type' | 'actor'>): boolean {
  return actor !== 'system' && !onlySaid.includes(type);
}
