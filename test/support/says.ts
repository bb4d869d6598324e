import { expect, test } from '@jest/globals';

/** A sentence, what is asked, and the answer: 'yes' or the code of the refusal. */
export type Asked = readonly [sentence: string, ask: () => string, answer: string];

export function says(rows: readonly Asked[]): void {
  for (const [sentence, ask, answer] of rows) test(`${sentence}: ${answer}`, () => expect(ask()).toBe(answer));
}
