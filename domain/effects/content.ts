import type { EffectOf } from './effect.ts';

/** A new content version takes any pass off record. */
export const saveDraft: EffectOf = ({ state }) => (state.pass ? { pass: 'offRecord' } : {});
