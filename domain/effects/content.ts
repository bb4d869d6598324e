import type { EffectOf } from './effect.ts';

/** A new content version voids any pass on record. */
export const saveDraft: EffectOf = ({ state }) => (state.pass ? { pass: 'voided' } : {});
