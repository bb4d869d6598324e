import type { Obligations } from '../state.ts';
import type { Filing, Millis, Proposal } from '../state.ts';
import type { Arm } from '../command.ts';
import type { EffectOf } from './effect.ts';

/** Obligations that a decision brings, side by side; a permit may have nothing to execute, a summary case is filed too. */
export function obligationsOf(filing: Filing, decision: Proposal): Obligations {
  const nothingToExecute = !filing.execution || decision.measures.every((measure) => measure === 'grant');
  return {
    serve: 'open',
    publish: 'open',
    execute: nothingToExecute ? 'none' : 'open',
    ...(filing.procedure === 'summary' ? { file: 'open' as const } : {}),
  };
}

function fulfilmentArms(filing: Filing, now: Millis): Arm[] {
  const permit = filing.category === 'permit';
  const national = permit || filing.category === 'penalty';
  return [
    { name: 'serve', limit: permit ? 'servePermit' : 'serve', startedAt: now },
    { name: 'publish', limit: national ? 'publishPenaltyPermit' : 'publishOther', startedAt: now },
  ];
}

export const issueDecision: EffectOf = ({ filing, now }) => ({
  to: 'fulfilment',
  arms: fulfilmentArms(filing, now),
  stops: ['overall', 'effectOfLaw'],
});

export const serve: EffectOf = () => ({ stops: ['serve'] });
export const publish: EffectOf = () => ({ stops: ['publish'] });
/** Approving that nothing is published is what the obligation asks for; approving a draft is not yet. */
export const approvePublication: EffectOf = ({ state }) =>
  state.publication?.status === 'exemptionProposed' ? { stops: ['publish'] } : {};
export const withdrawPublication: EffectOf = () => ({ stops: ['withdraw'] });
