import type { Arm } from '../command.ts';
import type { CaseState, Filing, Millis } from '../state.ts';
import type { Effect, EffectOf } from './effect.ts';

/** The statutory overall limit: penalties 90 days from filing (行政处罚法 60), permits applied for 20 working days (行政许可法 42). */
function overallArm(filing: Filing, now: Millis): Arm[] {
  const override = filing.overallOverride ?? undefined;
  if (filing.category === 'penalty') return [{ name: 'overall', limit: 'overallPenalty', startedAt: now, override }];
  if (filing.category === 'permit' && filing.onApplication) {
    return [{ name: 'overall', limit: 'overallPermit', startedAt: now, override }];
  }
  return override ? [{ name: 'overall', limit: 'overallPenalty', startedAt: now, override }] : [];
}

/** A permit counts as renewed when nothing was decided until its last day (行政许可法 50). */
function effectOfLawArm({ renewalOf }: Filing, now: Millis): Arm[] {
  return renewalOf ? [{ name: 'effectOfLaw', limit: 'untilDay', startedAt: now, until: renewalOf }] : [];
}

/**
 * What was reviewed has changed: the pass no longer holds, though it stays on record as given. A decision already made
 * rests on its review and is not touched. 行政处罚法 58.
 */
export function voidsPass(state: CaseState): Pick<Effect, 'pass'> {
  return state.pass && !state.decision ? { pass: 'voided' } : {};
}

export const register: EffectOf = ({ filing, command, now }) => ({
  arms: [...overallArm(filing, now), ...effectOfLawArm(filing, now)],
  holder: [...new Set(command.input.handlers ?? [])],
  handlers: [...new Set(command.input.handlers ?? [])],
});

/** New evidence voids a pass; a record of an act does not. */
export const addRecord: EffectOf = ({ state, command }) => (command.input.record?.isEvidence ? voidsPass(state) : {});
