import { actions, actors, roles, stages, type Action, type Holder, type Limit, type Stage } from './process.ts';
import { stageNames } from './process-moves.ts';

/** Whose move it is, in the words of the process table. */
export const holders: Record<Holder, string> = {
  handlers: roles.handler,
  firstReviewer: roles.firstReviewer,
  sectionHead: roles.sectionHead,
  legalHead: roles.legalHead,
  reviewer: actors.assignedReviewer,
  adviser: actors.assignedAdviser,
  leaderInCharge: actors.leaderInCharge,
  chair: actors.chair,
  nobody: '',
};

/** 5个工作日; empty where the stage has no limit of its own. */
export function limitInWords(limit: Limit | null): string {
  if (!limit) return '';
  return `${limit.value}${limit.unit === 'wd' ? '个工作日' : '日'}`;
}

/** Long lists of stages said as what they are. */
export function stagesInWords(names: readonly Stage[]): string {
  const open = stageNames.filter((name) => !stages[name].final);
  const running = open.filter((name) => name !== 'suspended');
  if (isSame(names, stageNames)) return '任一阶段';
  if (isSame(names, open)) return '任一未办结阶段（含中止）';
  if (isSame(names, running)) return '任一未办结阶段';
  const firstMissing = running.findIndex((name) => !names.includes(name));
  const before = running.slice(0, firstMissing);
  const next = running[firstMissing];
  if (next && before.length > 4 && isSame(names, [...before, 'suspended']))
    return `${stages[next].zh}之前各阶段（含中止）`;
  return names.map((name) => stages[name].zh).join('、');
}

/** Where an action may be taken. */
export function fromInWords(action: Action): string {
  const { from, summaryFrom } = actions[action];
  const ordinary = from === 'filing' ? '（新案）' : stagesInWords(from);
  const summary = summaryFrom ? `简易程序：${stagesInWords(summaryFrom)}` : '';
  return [ordinary, summary].filter(Boolean).join('；');
}

/** Where an action leads. */
export function toInWords(action: Action): string {
  const { to } = actions[action];
  if (to === 'stays') return '不变';
  if (to === 'back') return '原阶段';
  return to.map((stage) => stages[stage].zh).join('、');
}

function isSame(left: readonly Stage[], right: readonly Stage[]): boolean {
  return left.length === right.length && left.every((name) => right.includes(name));
}
