import { actions, stages, type Action, type ActionRule, type Holder, type Stage } from '../../domain/process.ts';

/** One stop of the tour: stages that belong together, and of each what leads on. */
export interface Stop {
  name: 'investigation' | 'section' | 'review' | 'decision' | 'publicity' | 'archive';
  stages: Stage[];
}

/** The way of a case in six stops; each of the three systems (公示、全过程记录、法制审核) has its place on it. */
export const stops: Stop[] = [
  { name: 'investigation', stages: ['investigating'] },
  { name: 'section', stages: ['firstReview', 'sectionSignOff'] },
  { name: 'review', stages: ['intake', 'legalReview', 'supplementing', 'advising', 'legalSignOff', 'responding'] },
  { name: 'decision', stages: ['deliberation', 'leaderApproval', 'issuing'] },
  { name: 'publicity', stages: ['fulfilment'] },
  { name: 'archive', stages: ['closing', 'archived'] },
];

/** What one stage says of itself: who holds it, within how long, what brings it on and on which legal basis. */
export interface StageTold {
  stage: Stage;
  holder: Holder;
  limit: { value: number; unit: 'wd' | 'd' } | null;
  acts: { action: Action; rule: ActionRule }[];
}

export function toldStage(stage: Stage): StageTold {
  const { holder, limit } = stages[stage];
  const acts = (Object.entries(actions) as [Action, ActionRule][])
    .filter(([, { from, to }]) => isOnlyFrom(from, stage) && (to !== 'stays' || stage === 'fulfilment'))
    .map(([action, rule]) => ({ action, rule }));
  return { stage, holder, limit, acts };
}

/** Acts that belong to this stage, not those that are possible almost anywhere. */
function isOnlyFrom(from: ActionRule['from'], stage: Stage): boolean {
  return from !== 'filing' && from.length <= 4 && from.includes(stage);
}
