import type { Arm } from '../command.ts';
import type { Filing, Millis } from '../state.ts';
import type { EffectOf } from './effect.ts';

/** The statutory overall limit: penalties 90 days from filing (行政处罚法 60), permits applied for 20 working days (行政许可法 42). */
function overallArm(filing: Filing, now: Millis): Arm[] {
  const override = filing.overallOverride ?? undefined;
  if (filing.category === 'penalty') return [{ name: 'overall', limit: 'overallPenalty', startedAt: now, override }];
  if (filing.category === 'permit' && filing.onApplication) {
    return [{ name: 'overall', limit: 'overallPermit', startedAt: now, override }];
  }
  return override ? [{ name: 'overall', limit: 'overallPenalty', startedAt: now, override }] : [];
}

export const register: EffectOf = ({ filing, command, now }) => ({
  arms: overallArm(filing, now),
  holder: command.input.handlers ?? [],
});

/** New evidence after a pass voids it (gate.contentChanged); a record of an act does not. */
export const addRecord: EffectOf = ({ state, command }) =>
  command.input.record?.isEvidence && state.pass ? { pass: 'voided' } : {};
