import { expect, test } from '@jest/globals';
import { readyParts } from '../../api/ready-parts.ts';

test('what answers is ready; what says no, fails or hangs is not, and is told in time', async () => {
  const began = Date.now();
  const parts = await readyParts(
    {
      well: async () => true,
      empty: async () => false,
      away: () => Promise.reject(new Error('connection refused')),
      hanging: () => new Promise(() => {}),
    },
    200,
  );
  expect(parts).toEqual({ well: true, empty: false, away: false, hanging: false });
  expect(Date.now() - began).toBeLessThan(2_000);
});
