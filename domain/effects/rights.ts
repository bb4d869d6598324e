import type { EffectOf } from './effect.ts';
import { voidsPass } from './filing.ts';

/** A notice opens the period for a statement and, where there is a right to it, for claiming a hearing (行政处罚法 45, 64). */
export const recordNotice: EffectOf = ({ command, now }) => ({
  arms: [
    { name: 'statement', limit: 'statement', startedAt: now },
    ...(command.input.hearingRight ? [{ name: 'hearing', limit: 'hearingClaim', startedAt: now } as const] : []),
  ],
  stops: command.input.hearingRight ? [] : ['hearing'],
});

/** A statement after the pass voids it; a waiver or a lapse does not. */
export const recordAnswer: EffectOf = ({ state, command }) => ({
  stops: command.input.answer?.kind === 'waived' ? ['statement', 'hearing'] : ['statement'],
  ...(command.input.answer?.kind === 'statement' ? voidsPass(state) : {}),
});

export const recordHearing: EffectOf = ({ state }) => ({ stops: ['hearing'], ...voidsPass(state) });
