import type { ClockName } from '../state.ts';
import type { EffectOf } from './effect.ts';
import { goBack } from './review.ts';

/** 中止 pauses every clock of ours, the overall limit included; the party's own periods run on. */
const standStill: ClockName[] = ['overall', 'serve', 'publish', 'withdraw'];

export const suspend: EffectOf = () => ({ frame: 'push', pauses: standStill });

export const resume: EffectOf = (context) => {
  const back = goBack(context);
  const paused = context.state.clocks.filter((clock) => standStill.includes(clock.name) && clock.dueAt === null);
  return { ...back, resumes: [...(back.resumes ?? []), ...paused.map((clock) => clock.name)] };
};

/** 延长办理期限: as much as the law that allows it gives for this category (a parameter). */
export const extendOverall: EffectOf = ({ filing }) => ({
  extends: [
    { name: 'overall', limit: filing.category === 'permit' ? 'overallPermitExtension' : 'overallPenaltyExtension' },
  ],
});
