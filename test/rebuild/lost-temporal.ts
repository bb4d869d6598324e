import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDevTemporal, type DevTemporal } from '../support/temporal.ts';

export interface LosableTemporal extends DevTemporal {
  /** The server is gone, all it held is deleted, and it begins anew at the same address. */
  loseEverything(): Promise<void>;
}

/** The development server with its data in a folder of its own. */
export async function startLosableTemporal(): Promise<LosableTemporal> {
  const folder = mkdtempSync(join(tmpdir(), 'sanxiang-temporal-'));
  chmodSync(folder, 0o755);
  const temporal = await startDevTemporal(folder);
  return {
    ...temporal,
    loseEverything: async () => {
      await temporal.goAway();
      rmSync(folder, { recursive: true });
      await temporal.comeBack();
    },
    stop: async () => {
      await temporal.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
