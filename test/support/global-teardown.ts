import type { SharedParts } from './global-setup.ts';

/** Stops what global-setup.ts started, the last first. */
export default async function globalTeardown(): Promise<void> {
  const parts = (globalThis as { sanxiangParts?: SharedParts }).sanxiangParts;
  for (const stop of parts?.stop.reverse() ?? []) await stop();
}
