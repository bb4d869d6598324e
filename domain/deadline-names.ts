import { stages, type Stage } from './process.ts';
import type { Clock, ClockName } from './state.ts';

const names: Record<Exclude<ClockName, 'stage'>, { zh: string; en: string }> = {
  overall: { zh: '法定办理期限', en: 'Statutory overall limit' },
  serve: { zh: '送达', en: 'Service' },
  publish: { zh: '公示', en: 'Publication' },
  statement: { zh: '陈述申辩', en: 'Statement of the party' },
  hearing: { zh: '要求听证', en: 'Claim to a hearing' },
  withdraw: { zh: '撤回公示', en: 'Withdrawal of the publication' },
  delegation: { zh: '代办', en: 'Delegation' },
  supervision: { zh: '督办回复', en: 'Reply to the supervision order' },
};

/** What a deadline is for, in words; that of a stage bears the stage's name. */
export function deadlineName({ name, limit }: Pick<Clock, 'name' | 'limit'>): { zh: string; en: string } {
  if (name !== 'stage') return names[name];
  const { zh, en } = stages[limit as Stage];
  return { zh, en };
}
