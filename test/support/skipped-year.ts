import { createCaseSystem, type CaseSystem } from './case-system.ts';
import { weeksUntilAfter } from './stories.ts';
import { startSkippingTemporal, type SkippingTemporal } from './temporal.ts';

/** A system whose clock is skipped; `tell` skips to the moment of what is told, `close` stops the server that was started for it. */
export interface SkippedYear {
  system: CaseSystem<SkippingTemporal>;
  /** By so many the demo's year lies later, so that this moment of it has not passed; every weekday is what it was. */
  weeks: number;
}

interface Beginning {
  /** On this server, which goes on afterwards; one of its own unless told. */
  temporal?: SkippingTemporal;
  from?: string;
  env?: Record<string, string>;
}

/** The demo's year begins anew, behind what the server has skipped to. */
export async function createSkippedYear(beginning: Beginning = {}): Promise<SkippedYear> {
  const { from = '2026-01-19T08:00:00+08:00', env } = beginning;
  const temporal = beginning.temporal ?? (await startSkippingTemporal());
  const weeks = weeksUntilAfter(from, await temporal.now());
  const system = await createCaseSystem({ temporal, profile: 'demo', weeks, env });
  const { tell, close } = system;
  return {
    weeks,
    system: Object.assign(system, {
      tell: async (...[told, caseId, sending]: Parameters<CaseSystem['tell']>) => {
        await temporal.skipTo(Date.parse(told.at));
        return tell(told, caseId, sending);
      },
      close: async () => {
        await close();
        if (!beginning.temporal) await temporal.stop();
      },
    }),
  };
}
