import { isOpen } from './ended.ts';
import { stages } from './process.ts';
import type { CaseState, ClockName } from './state.ts';

/** Why an open case that is not suspended is stuck (process.md "Stuck"), in the order in which causes are told. */
export const stuckCauses = {
  workflowFailing: { zh: '流程运行出错', en: 'its workflow is failing' },
  nobodyHolds: { zh: '无人持有任务', en: 'nobody holds the task' },
  holderLeft: { zh: '持有人已离开机关', en: 'its holder has left' },
  holderOnLeave: { zh: '持有人休假，没有替代人', en: 'its holder is on leave without a substitute' },
  roleLost: { zh: '持有人不再具有相应角色', en: 'its holder lost the role' },
  certificateLost: { zh: '承办人执法证件无效', en: 'a handler lost the certificate' },
  timerMissing: { zh: '应有的期限没有在走', en: 'a deadline that there ought to be is not running' },
  timerSilent: { zh: '到时的提醒没有发出', en: 'what fell due was not recorded' },
  idle: { zh: '长期没有进展', en: 'nothing happened for too long' },
} as const;
export type StuckCause = keyof typeof stuckCauses;

/**
 * Whether a deadline that the law sets for where an open case stands is neither running nor standing still: nothing would
 * ever call it to mind. A stage without a limit of its own, and what the party alone has to do, need none.
 */
export function lacksTimer(state: CaseState): boolean {
  const { stage, obligations } = state;
  if (!isOpen(state) || stage === 'none' || stage === 'suspended') return false;
  const lacks = (name: ClockName) => !state.clocks.some((clock) => clock.name === name);
  if (stages[stage].limit) return lacks('stage');
  if (stage !== 'fulfilment') return false;
  return (obligations?.serve === 'open' && lacks('serve')) || (obligations?.publish === 'open' && lacks('publish'));
}
