import type { ClockName } from '../state.ts';
import type { EffectOf } from './effect.ts';
import { goBack } from './review.ts';

/**
 * 中止 pauses the overall limit, service and publication. The party's own periods run on, and so do the three days in which a publication
 * must come down: nothing that a case waits for stands in the way of that (行政处罚法 48).
 */
const standStill: ClockName[] = ['overall', 'serve', 'publish'];

export const suspend: EffectOf = () => ({ frame: 'push', pauses: standStill });

export const resume: EffectOf = (context) => {
  const back = goBack(context);
  // In a case that was suspended while it did, the withdrawal stands still until now.
  const stood: ClockName[] = [...standStill, 'withdraw'];
  const paused = context.state.clocks.filter((clock) => stood.includes(clock.name) && clock.dueAt === null);
  return { ...back, resumes: [...(back.resumes ?? []), ...paused.map((clock) => clock.name)] };
};

/** 延长办理期限: as much as the law that allows it gives for this category (a parameter). */
export const extendOverall: EffectOf = ({ filing }) => ({
  extends: [
    { name: 'overall', limit: filing.category === 'permit' ? 'overallPermitExtension' : 'overallPenaltyExtension' },
  ],
});
