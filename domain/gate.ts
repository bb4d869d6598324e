import { refuse, type Refusal } from './refusal.ts';
import type { CaseState } from './state.ts';

/**
 * 未经法制审核或者审核未通过的，不得作出决定 (行政处罚法 58): in an ordinary case nothing that makes or carries out a
 * decision happens without a pass on record.
 */
export function passProblem(state: CaseState): Refusal | null {
  return state.filing?.procedure === 'summary' || state.pass ? null : refuse('gate.noPass');
}

/** A pass holds for exactly the version and the hash that were reviewed; any edit voids it. */
export function contentProblem(state: CaseState, named?: number, edited = false): Refusal | null {
  if (state.filing?.procedure === 'summary') return null;
  const { pass, content, reviewedHash } = state;
  if (!pass) return refuse('gate.noPass');
  const same = !pass.voided && content?.version === pass.version && reviewedHash === pass.hash;
  const namedSame = named === undefined || named === pass.version;
  return same && namedSame && !edited
    ? null
    : refuse('gate.contentChanged', { passed: pass.version, named: named ?? null, current: content?.version ?? null });
}
